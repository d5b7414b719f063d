package io.tapdeck.sandbox.wire;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A service on the wire: a client interface, and who answers its calls, account by account and region by region. A handler leaves out what it does not
 * serve; the interface then throws {@link UnsupportedOperationException}, which is answered as an unknown operation.
 */
public final class WireService {
    private static final Logger LOG = System.getLogger(WireService.class.getName());

    private final ServiceDescription<?> description;
    private final Function<Origin, ? extends SdkClient> handlers;
    /** Read when the first call comes: many a sandbox is asked for few of its services. */
    private volatile @Nullable Operations operations;

    private <C extends SdkClient> WireService(
            ServiceDescription<C> description, Function<Origin, ? extends C> handlers) {
        this.description = description;
        this.handlers = handlers;
    }

    /** AWS CloudFormation; {@code handlers} has the handler for an origin. */
    public static WireService cloudFormation(Function<Origin, ? extends CloudFormationClient> handlers) {
        return new WireService(
                new ServiceDescription<>(
                        "CloudFormation",
                        CloudFormationClient.class,
                        "2010-05-15",
                        "http://cloudformation.amazonaws.com/doc/2010-05-15/",
                        null,
                        new QueryErrorNames(unused(CloudFormationClient::builder))),
                handlers);
    }

    /** Amazon CloudWatch; {@code handlers} has the handler for an origin. */
    public static WireService cloudWatch(Function<Origin, ? extends CloudWatchClient> handlers) {
        return new WireService(
                new ServiceDescription<>(
                        "CloudWatch",
                        CloudWatchClient.class,
                        "2010-08-01",
                        "http://monitoring.amazonaws.com/doc/2010-08-01/",
                        "GraniteServiceVersion20100801",
                        new CloudWatchErrorNames()),
                handlers);
    }

    /** Amazon RDS; {@code handlers} has the handler for an origin. */
    public static WireService rds(Function<Origin, ? extends RdsClient> handlers) {
        return new WireService(
                new ServiceDescription<>(
                        "RDS",
                        RdsClient.class,
                        "2014-10-31",
                        "http://rds.amazonaws.com/doc/2014-10-31/",
                        null,
                        new QueryErrorNames(unused(RdsClient::builder))),
                handlers);
    }

    /** AWS IAM; {@code handlers} has the handler for an origin. */
    public static WireService iam(Function<Origin, ? extends IamClient> handlers) {
        return new WireService(
                new ServiceDescription<>(
                        "IAM",
                        IamClient.class,
                        "2010-05-08",
                        "https://iam.amazonaws.com/doc/2010-05-08/",
                        null,
                        new QueryErrorNames(unused(IamClient::builder))),
                handlers);
    }

    /** Amazon S3; {@code handlers} has the handler for an origin. Its handlers set code and status of what they throw. */
    public static WireService s3(Function<Origin, ? extends S3Client> handlers) {
        return new WireService(
                new ServiceDescription<>(
                        "S3",
                        S3Client.class,
                        "2006-03-01",
                        "http://s3.amazonaws.com/doc/2006-03-01/",
                        null,
                        exception -> Optional.empty()),
                handlers);
    }

    /** Amazon SNS; {@code handlers} has the handler for an origin. */
    public static WireService sns(Function<Origin, ? extends SnsClient> handlers) {
        return new WireService(
                new ServiceDescription<>(
                        "SNS",
                        SnsClient.class,
                        "2010-03-31",
                        "http://sns.amazonaws.com/doc/2010-03-31/",
                        null,
                        new QueryErrorNames(unused(SnsClient::builder))),
                handlers);
    }

    /** The portal of IAM Identity Center; {@code handlers} has the handler for an origin. */
    public static WireService sso(Function<Origin, ? extends SsoClient> handlers) {
        return new WireService(
                new ServiceDescription<>(
                        "SSO",
                        SsoClient.class,
                        "2019-06-10",
                        null,
                        null,
                        new ShapeErrorNames(Map.of(
                                "ResourceNotFoundException", 404,
                                "TooManyRequestsException", 429,
                                "UnauthorizedException", 401))),
                handlers);
    }

    /** Sign-in to IAM Identity Center, OAuth 2.0; {@code handlers} has the handler for an origin. */
    public static WireService oidc(Function<Origin, ? extends SsoOidcClient> handlers) {
        return new WireService(
                new ServiceDescription<>(
                        "OIDC",
                        SsoOidcClient.class,
                        "2019-06-10",
                        null,
                        null,
                        new ShapeErrorNames(Map.of("InternalServerException", 500, "InvalidClientException", 401))),
                handlers);
    }

    /** AWS STS; {@code handlers} has the handler for an origin. */
    public static WireService sts(Function<Origin, ? extends StsClient> handlers) {
        return new WireService(
                new ServiceDescription<>(
                        "STS",
                        StsClient.class,
                        "2011-06-15",
                        "https://sts.amazonaws.com/doc/2011-06-15/",
                        null,
                        new QueryErrorNames(unused(StsClient::builder))),
                handlers);
    }

    /** A client that is asked for what it knows and never called. */
    private static <B extends AwsClientBuilder<B, C>, C extends SdkClient> Supplier<C> unused(
            Supplier<? extends AwsClientBuilder<B, C>> builder) {
        return () -> builder.get()
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    ServiceDescription<?> description() {
        return description;
    }

    Operations operations() {
        Operations known = operations;
        if (known == null) {
            known = new Operations(description.api());
            operations = known;
        }
        return known;
    }

    SdkClient handler(Origin origin) {
        return handlers.apply(origin);
    }

    /** A refusal by a modelled exception, or with a code of one's choice where the model has none of that name. */
    WireError refusal(String name) {
        String message = "This refusal is rehearsed.";
        try {
            Class<?> type = Class.forName(description.api().getPackageName() + ".model." + name);
            if (AwsServiceException.class.isAssignableFrom(type)) {
                AwsServiceException.Builder builder =
                        (AwsServiceException.Builder) type.getMethod("builder").invoke(null);
                return error(OAuthErrors.describe(builder.message(message), message));
            }
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.DEBUG, "Not modelled: " + name, e);
        }
        return new WireError(name, 400, message);
    }

    /** What an exception of a handler is on the wire; a code or status that the handler set itself stands. */
    WireError error(AwsServiceException exception) {
        AwsErrorDetails details = exception.awsErrorDetails();
        Optional<ErrorNames.ErrorName> name = description.errors().of(exception);
        String given = details == null ? null : details.errorCode();
        String code =
                given != null ? given : name.map(ErrorNames.ErrorName::code).orElse("InternalFailure");
        int status = exception.statusCode() != 0
                ? exception.statusCode()
                : name.map(ErrorNames.ErrorName::status).orElse(given != null ? 400 : 500);
        String message = details != null && details.errorMessage() != null
                ? details.errorMessage()
                : exception.awsErrorDetails() == null ? exception.getMessage() : null;
        return new WireError(name.map(ErrorNames.ErrorName::shape).orElse(code), code, status, message, exception);
    }
}
