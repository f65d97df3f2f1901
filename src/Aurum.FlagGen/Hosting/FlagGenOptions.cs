using Aurum.FlagGen.Following;

namespace Aurum.FlagGen;

/// <summary>How an application with a host follows its flags.</summary>
public sealed class FlagGenOptions
{
    /// <summary>Whether flags that a manifest declares and the store lacks are written to the store at the first start. What is there already is never touched.</summary>
    /// <value>Default: true. Never done in a <see cref="FileFeatureFlagStore"/>: its file is a manifest itself, and what it lacks was left out on purpose.</value>
    public bool CreateMissingFlags { get; set; } = true;

    /// <summary>By what name the audit log knows the application when it creates missing flags.</summary>
    /// <value>Default: <c>startup</c>.</value>
    public string Actor { get; set; } = "startup";

    /// <summary>How much of its audit log the store keeps.</summary>
    /// <value>Default: null, what the store keeps by itself: everything in a file, 10,000 entries in memory.</value>
    public AuditRetention? AuditRetention { get; set; }

    /// <summary>How long the host's start waits for the flags; then it goes on with those of the manifests.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan StartupTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait before a store that failed is asked again; doubled after each further failure.</summary>
    /// <value>Default: 1 second.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time between two attempts.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the process reports to its store how often it evaluates flags, where the store is an <see cref="IFlagUsageStore"/>.</summary>
    /// <value>Default: true.</value>
    public bool ReportUsage { get; set; } = true;

    /// <summary>How often usage is reported, and the longest that a report may take. Each wait is up to a fifth shorter or longer. A process that ends without being stopped loses what it counted since its last report.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan UsageInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the last report may take when the application stops.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan UsageStopTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The version of the application, which is reported with its evaluations: at most 64 characters on one line.</summary>
    /// <value>Default: the entry assembly's, without what follows a plus sign.</value>
    public string ApplicationVersion { get; set; } = Following.ApplicationVersion.OfProcess;
}
