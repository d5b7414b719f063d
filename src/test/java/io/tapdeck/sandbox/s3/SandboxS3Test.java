package io.tapdeck.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.tapdeck.sandbox.Clients;
import io.tapdeck.sandbox.Sandbox;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.faults.FaultScript;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** S3 as its own client meets it. */
class SandboxS3Test {
    private static final String PLAIN = "backups-plain";
    private static final String VERSIONED = "backups-versioned";
    private static final String TEMPLATE = """
            {"Resources": {
              "Plain": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "backups-plain"}},
              "Versioned": {"Type": "AWS::S3::Bucket", "Properties": {
                "BucketName": "backups-versioned", "VersioningConfiguration": {"Status": "Enabled"}}}}}""";

    private final VirtualClock clock = new VirtualClock();

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private S3Client s3;

    @BeforeEach
    void twoBuckets() {
        start();
        try (CloudFormationClient stacks = Clients.client(CloudFormationClient::builder, sandbox.endpoint())) {
            stacks.createStack(stack -> stack.stackName("buckets").templateBody(TEMPLATE));
        }
        clock.advance(Duration.ofMinutes(10));
    }

    private void start(String... faults) {
        SandboxOptions options = SandboxOptions.usual()
                .withPort(0)
                .withSpeed(1)
                .withFolder(folder)
                .withFaults(FaultScript.parse(faults));
        sandbox = Sandbox.start(options, clock);
        s3 = client(Region.US_EAST_1, true);
    }

    private S3Client client(Region region, boolean pathStyle) {
        return S3Client.builder()
                .endpointOverride(sandbox.endpoint())
                .forcePathStyle(pathStyle)
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    private void restart(String... faults) {
        stop();
        start(faults);
    }

    @AfterEach
    void stop() {
        s3.close();
        sandbox.close();
    }

    private String put(String bucket, String key, String text) {
        return s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(text))
                .versionId();
    }

    private String get(String bucket, String key) {
        return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asUtf8String();
    }

    private ListObjectVersionsResponse versions(String bucket) {
        return s3.listObjectVersions(request -> request.bucket(bucket));
    }

    @Test
    void theBucketsAreThoseThatStacksMade() {
        assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).containsExactly(PLAIN, VERSIONED);
        assertThat(s3.headBucket(request -> request.bucket(PLAIN)).bucketRegion())
                .isEqualTo("us-east-1");
        assertThat(s3.getBucketLocation(request -> request.bucket(PLAIN)).locationConstraintAsString())
                .isNullOrEmpty();
        assertThat(s3.getBucketVersioning(request -> request.bucket(VERSIONED)).status())
                .isEqualTo(BucketVersioningStatus.ENABLED);
        assertThatThrownBy(() -> versions("nobodys")).isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> s3.headBucket(request -> request.bucket("nobodys")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    void aBucketOfAnotherRegionIsElsewhere() {
        try (S3Client far = client(Region.EU_WEST_1, true)) {
            assertThatThrownBy(() -> far.listObjectVersions(request -> request.bucket(PLAIN)))
                    .isInstanceOfSatisfying(S3Exception.class, e -> {
                        assertThat(e.statusCode()).isEqualTo(301);
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo("PermanentRedirect");
                    });
        }
    }

    /** No resolver knows the name here, so the request is typed: the host is what a client would send. */
    @Test
    void aBucketsNameMayStandBeforeTheHost() throws Exception {
        put(PLAIN, "a b", "1");
        int port = sandbox.endpoint().getPort();

        assertThat(typed("GET /a%20b HTTP/1.1", PLAIN + ".localhost:" + port)).endsWith("\r\n\r\n1");
        assertThat(typed("GET /" + PLAIN + "/a%20b HTTP/1.1", "127.0.0.1:" + port))
                .endsWith("\r\n\r\n1");
        assertThat(typed("GET /a%20b HTTP/1.1", PLAIN + ".example.com:" + port)).startsWith("HTTP/1.1 421");
    }

    private String typed(String line, String host) throws IOException {
        try (Socket socket =
                new Socket(sandbox.endpoint().getHost(), sandbox.endpoint().getPort())) {
            String head = line + "\r\nHost: " + host + "\r\nConnection: close\r\nAuthorization: AWS4-HMAC-SHA256"
                    + " Credential=test/20261122/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatIsPutIsGotByteForByte() {
        String key = "2026/11 é+&<x>/日本.json";
        put(PLAIN, key, "line\r\nline\0".repeat(20_000));
        put(PLAIN, "empty", "");

        assertThat(get(PLAIN, key)).isEqualTo("line\r\nline\0".repeat(20_000));
        assertThat(get(PLAIN, "empty")).isEmpty();
        assertThat(s3.listObjectsV2(request -> request.bucket(PLAIN)).contents())
                .extracting(S3Object::key, S3Object::size)
                .containsExactly(tuple(key, 220_000L), tuple("empty", 0L));
    }

    @Test
    void withoutVersioningThereIsOneVersionAndADeletionLeavesNothing() {
        put(PLAIN, "a", "1");
        put(PLAIN, "a", "2");
        assertThat(versions(PLAIN).versions())
                .extracting(ObjectVersion::versionId)
                .containsExactly("null");

        DeleteObjectResponse deleted =
                s3.deleteObject(request -> request.bucket(PLAIN).key("a"));

        assertThat(deleted.deleteMarker()).isNull();
        assertThat(versions(PLAIN).versions()).isEmpty();
        assertThatThrownBy(() -> get(PLAIN, "a")).isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void withVersioningADeletionSetsAMarkerThatHidesWhatStays() {
        String first = put(VERSIONED, "a", "1");
        String second = put(VERSIONED, "a", "2");
        DeleteObjectResponse deleted =
                s3.deleteObject(request -> request.bucket(VERSIONED).key("a"));

        assertThat(deleted.deleteMarker()).isTrue();
        assertThatThrownBy(() -> get(VERSIONED, "a")).isInstanceOf(NoSuchKeyException.class);
        assertThat(s3.listObjectsV2(request -> request.bucket(VERSIONED)).contents())
                .isEmpty();
        assertThat(versions(VERSIONED).versions())
                .extracting(ObjectVersion::versionId)
                .containsExactly(second, first);
        assertThat(versions(VERSIONED).deleteMarkers())
                .extracting(DeleteMarkerEntry::versionId, DeleteMarkerEntry::isLatest)
                .containsExactly(tuple(deleted.versionId(), true));
        assertThat(s3.getObjectAsBytes(
                                request -> request.bucket(VERSIONED).key("a").versionId(first))
                        .asUtf8String())
                .isEqualTo("1");
    }

    @Test
    void aMarkerHasNothingToGetAndTakingItOutBringsTheObjectBack() {
        put(VERSIONED, "a", "1");
        String marker =
                s3.deleteObject(request -> request.bucket(VERSIONED).key("a")).versionId();
        assertThatThrownBy(() -> s3.getObjectAsBytes(
                        request -> request.bucket(VERSIONED).key("a").versionId(marker)))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(405));
        assertThatThrownBy(() -> s3.getObjectAsBytes(
                        request -> request.bucket(VERSIONED).key("a").versionId("never")))
                .hasMessageContaining("The specified version does not exist.");

        s3.deleteObject(request -> request.bucket(VERSIONED).key("a").versionId(marker));

        assertThat(get(VERSIONED, "a")).isEqualTo("1");
    }

    @Test
    void aBucketIsEmptiedPageByPage() {
        IntStream.range(0, 7).forEach(i -> put(VERSIONED, "k" + i % 3, "x"));
        s3.deleteObject(request -> request.bucket(VERSIONED).key("k1"));

        List<ObjectIdentifier> all =
                s3
                        .listObjectVersionsPaginator(
                                request -> request.bucket(VERSIONED).maxKeys(3))
                        .stream()
                        .flatMap(page -> Stream.concat(
                                page.versions().stream().map(v -> id(v.key(), v.versionId())),
                                page.deleteMarkers().stream().map(m -> id(m.key(), m.versionId()))))
                        .toList();
        assertThat(all).hasSize(8).doesNotHaveDuplicates();
        DeleteObjectsResponse deleted =
                s3.deleteObjects(request -> request.bucket(VERSIONED).delete(delete -> delete.objects(all)));

        assertThat(deleted.deleted()).hasSize(8);
        assertThat(deleted.deleted())
                .filteredOn(one -> Boolean.TRUE.equals(one.deleteMarker()))
                .hasSize(1);
        assertThat(versions(VERSIONED).versions()).isEmpty();
        assertThat(versions(VERSIONED).deleteMarkers()).isEmpty();
    }

    private static ObjectIdentifier id(String key, String version) {
        return ObjectIdentifier.builder().key(key).versionId(version).build();
    }

    @Test
    void aThousandKeysGoAtOnceAndNotOneMore() {
        List<ObjectIdentifier> tooMany = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> ObjectIdentifier.builder().key("k" + i).build())
                .toList();

        assertThatThrownBy(() ->
                        s3.deleteObjects(request -> request.bucket(PLAIN).delete(delete -> delete.objects(tooMany))))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("MalformedXML"));
        assertThat(s3.deleteObjects(request -> request.bucket(PLAIN)
                                .delete(delete -> delete.objects(tooMany.subList(0, 1_000))
                                        .quiet(true)))
                        .deleted())
                .isEmpty();
    }

    @Test
    void eachKeyFailsForItself() {
        String version = put(VERSIONED, "a", "1");
        restart("deny:s3:DeleteObjectVersion");

        DeleteObjectsResponse answer = s3.deleteObjects(request -> request.bucket(VERSIONED)
                .delete(delete -> delete.objects(
                        id("a", version), ObjectIdentifier.builder().key("b").build())));

        assertThat(answer.errors())
                .extracting(S3Error::key, S3Error::versionId, S3Error::code)
                .containsExactly(tuple("a", version, "AccessDenied"));
        assertThat(answer.deleted()).extracting(DeletedObject::key).containsExactly("b");
    }

    @Test
    void aListStopsAtTheDelimiterAndGoesOnAfterAPage() {
        List.of("a/1", "a/2", "b", "c/1", "d").forEach(key -> put(PLAIN, key, ""));

        var pages = s3
                .listObjectsV2Paginator(
                        request -> request.bucket(PLAIN).delimiter("/").maxKeys(2))
                .stream()
                .toList();

        assertThat(pages).hasSize(2);
        assertThat(pages.stream().flatMap(page -> page.contents().stream()))
                .extracting(S3Object::key)
                .containsExactly("b", "d");
        assertThat(pages.stream().flatMap(page -> page.commonPrefixes().stream()))
                .extracting(CommonPrefix::prefix)
                .containsExactly("a/", "c/");
        assertThat(s3.listObjectsV2(
                                request -> request.bucket(PLAIN).prefix("a/").startAfter("a/1"))
                        .contents())
                .extracting(S3Object::key)
                .containsExactly("a/2");
    }

    @Test
    void objectsSurviveARestart() {
        String version = put(VERSIONED, "a", "1");
        s3.deleteObject(request -> request.bucket(VERSIONED).key("b"));
        restart();

        assertThat(get(VERSIONED, "a")).isEqualTo("1");
        assertThat(versions(VERSIONED).versions())
                .extracting(ObjectVersion::versionId)
                .containsExactly(version);
        assertThat(versions(VERSIONED).deleteMarkers()).hasSize(1);
    }

    @Test
    void faultsSpeakInWordsOfS3() {
        restart("S3.ListBuckets#1=throttle", "S3.ListBuckets#2=expired", "S3.ListBuckets#3=error");

        assertThatThrownBy(s3::listBuckets).hasMessageContaining("reduce your request rate");
        assertThatThrownBy(s3::listBuckets)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ExpiredToken"));
        assertThatThrownBy(s3::listBuckets)
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(500));
    }

    @Test
    void whatIsNotServedIsRefused() {
        put(PLAIN, "a", "1");

        assertThatThrownBy(() -> s3.copyObject(request -> request.sourceBucket(PLAIN)
                        .sourceKey("a")
                        .destinationBucket(PLAIN)
                        .destinationKey("b")))
                .hasMessageContaining("The specified method is not allowed against this resource.");
        assertThatThrownBy(() ->
                        s3.getObjectTagging(request -> request.bucket(PLAIN).key("a")))
                .isInstanceOf(S3Exception.class);
        assertThat(s3.listObjectsV2(request -> request.bucket(PLAIN)).contents())
                .hasSize(1);
    }
}
