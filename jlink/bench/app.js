// The aurora-mysql environment as its team wrote it for the CDK, in JavaScript: what `cdk synth` and `node app.js` make.
const cdk = require('aws-cdk-lib');
const cloudwatch = require('aws-cdk-lib/aws-cloudwatch');
const actions = require('aws-cdk-lib/aws-cloudwatch-actions');
const ec2 = require('aws-cdk-lib/aws-ec2');
const kms = require('aws-cdk-lib/aws-kms');
const rds = require('aws-cdk-lib/aws-rds');
const s3 = require('aws-cdk-lib/aws-s3');
const sns = require('aws-cdk-lib/aws-sns');

const suffix = 'dev';
const isolated = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };

class Infrastructure extends cdk.Stack {
  constructor(scope, id) {
    super(scope, id);
    const vpc = new ec2.Vpc(this, `AuroraVpc-${suffix}`, {
      ipAddresses: ec2.IpAddresses.cidr('10.30.0.0/16'),
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ cidrMask: 24, name: 'PrivateIsolated', ...isolated }],
    });
    const key = new kms.Key(this, `AuroraEncryptionKey-${suffix}`, {
      enableKeyRotation: true,
      removalPolicy: cdk.RemovalPolicy.DESTROY,
    });
    new kms.Alias(this, `AuroraKeyAlias-${suffix}`, { aliasName: `alias/aurora-db-key-${suffix}`, targetKey: key });
    const group = new ec2.SecurityGroup(this, `AuroraSecurityGroup-${suffix}`, { vpc, allowAllOutbound: false });
    group.addIngressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(3306));
    const subnetGroup = new rds.SubnetGroup(this, `AuroraSubnetGroup-${suffix}`, {
      vpc,
      vpcSubnets: isolated,
      description: 'Subnet group for Aurora database',
      removalPolicy: cdk.RemovalPolicy.DESTROY,
    });
    const instance = {
      publiclyAccessible: false,
      enablePerformanceInsights: true,
      performanceInsightRetention: rds.PerformanceInsightRetention.DEFAULT,
    };
    const cluster = new rds.DatabaseCluster(this, `AuroraCluster-${suffix}`, {
      engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_08_2 }),
      writer: rds.ClusterInstance.serverlessV2(`writer-${suffix}`, instance),
      readers: [rds.ClusterInstance.serverlessV2(`reader-${suffix}`, { scaleWithWriter: true, ...instance })],
      serverlessV2MinCapacity: 0.5,
      serverlessV2MaxCapacity: 2,
      vpc,
      vpcSubnets: isolated,
      subnetGroup,
      securityGroups: [group],
      storageEncrypted: true,
      storageEncryptionKey: key,
      backup: { retention: cdk.Duration.days(5), preferredWindow: '03:00-04:00' },
      preferredMaintenanceWindow: 'sun:04:00-sun:05:00',
      removalPolicy: cdk.RemovalPolicy.DESTROY,
      defaultDatabaseName: 'saasdb',
      credentials: rds.Credentials.fromGeneratedSecret('admin', { secretName: `aurora-db-secret-${suffix}` }),
      monitoringInterval: cdk.Duration.seconds(60),
      cloudwatchLogsExports: ['error', 'general', 'slowquery'],
      cloudwatchLogsRetention: 7,
    });
    const bucket = new s3.Bucket(this, `DatabaseBackupBucket-${suffix}`, {
      bucketName: `aurora-backups-${this.account}-${suffix}`,
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: key,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      versioned: true,
      lifecycleRules: [{
        transitions: [
          { storageClass: s3.StorageClass.INFREQUENT_ACCESS, transitionAfter: cdk.Duration.days(30) },
          { storageClass: s3.StorageClass.GLACIER, transitionAfter: cdk.Duration.days(90) },
        ],
        expiration: cdk.Duration.days(365),
      }],
      removalPolicy: cdk.RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
    });
    const topic = new sns.Topic(this, `DatabaseAlarmTopic-${suffix}`, {
      topicName: `aurora-alarms-${suffix}`,
      masterKey: key,
    });
    for (const [id, metricName, threshold] of [
      ['HighDatabaseCapacity', 'ServerlessDatabaseCapacity', 1.5],
      ['HighACUUtilization', 'ACUUtilization', 80],
      ['HighDatabaseConnections', 'DatabaseConnections', 40],
      ['HighCPUUtilization', 'CPUUtilization', 80],
    ]) {
      new cloudwatch.Alarm(this, `${id}-${suffix}`, {
        metric: new cloudwatch.Metric({
          namespace: 'AWS/RDS',
          metricName,
          dimensionsMap: { DBClusterIdentifier: cluster.clusterIdentifier },
          period: cdk.Duration.minutes(5),
        }),
        threshold,
        evaluationPeriods: 2,
        treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      }).addAlarmAction(new actions.SnsAction(topic));
    }
    for (const [id, value] of Object.entries({
      VpcId: vpc.vpcId,
      ClusterEndpoint: cluster.clusterEndpoint.socketAddress,
      ClusterReadEndpoint: cluster.clusterReadEndpoint.socketAddress,
      SecretArn: cluster.secret.secretArn,
      BackupBucketName: bucket.bucketName,
      AlarmTopicArn: topic.topicArn,
    })) {
      new cdk.CfnOutput(this, id, { value });
    }
  }
}

new Infrastructure(new cdk.App(), `tapdeck-aurora-mysql-${suffix}`);
