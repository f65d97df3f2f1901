using System.Diagnostics;
using System.Globalization;
using Aurum.FlagGen.Redis.Tests.Servers;

namespace Aurum.FlagGen.Redis.Tests.Faults;

/// <summary>One writer and two readers that work through a fault, and what is to hold of them when it is over.</summary>
internal sealed class FaultTrial : IAsyncDisposable
{
    public const string CounterKey = "counter";
    public const string SteadyKey = "steady";

    private const string ReportVariable = "FLAGGEN_FAULT_REPORT";

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly string _fault;
    private readonly string _name;
    private long _start;
    private long _end;

    private FaultTrial(string fault, string name, FaultWriter writer, FaultReader[] readers)
    {
        _fault = fault;
        _name = name;
        Writer = writer;
        Readers = readers;
    }

    public FaultWriter Writer { get; }

    public IReadOnlyList<FaultReader> Readers { get; }

    /// <summary>What the readers' stores log.</summary>
    public RecordingLogger Log { get; private init; } = new();

    /// <summary>The beginning of the namespace's keys.</summary>
    public string Prefix => $"flaggen:{{{_name}}}:";

    /// <summary>Starts everybody, and waits until each has seen what the writer writes.</summary>
    /// <param name="fault">What the report calls the fault.</param>
    /// <param name="writer">Where the writer finds the server.</param>
    /// <param name="readers">Where the readers do.</param>
    public static Task<FaultTrial> StartAsync(string fault, string writer, params string[] readers) => StartAsync(fault, writer, static _ => { }, readers);

    /// <param name="fault">What the report calls the fault.</param>
    /// <param name="writer">Where the writer finds the server.</param>
    /// <param name="configure">Sets further options of the readers.</param>
    /// <param name="readers">Where the readers do.</param>
    public static async Task<FaultTrial> StartAsync(string fault, string writer, Action<RedisStoreOptions> configure, params string[] readers)
    {
        RecordingLogger log = new();
        string name = RedisStores.NewNamespace();
        RedisFeatureFlagStore store = Open(writer, name, static _ => { }, log);

        // Connecting may take longer than a write may, on a machine that has much to do.
        await store.LoadAsync();
        await store.SaveAsync(
            new FeatureFlag { Key = SteadyKey, Status = FeatureFlagStatus.Enabled, DefaultValue = FlagValue.From(true) }, 0, RedisStores.Change(FlagActions.Create));
        FaultWriter writing = new(store, "writer");
        List<FaultReader> reading = [];
        foreach (string configuration in readers.Length > 0 ? readers : [writer, writer])
        {
            reading.Add(await FaultReader.StartAsync(Open(configuration, name, configure, log)));
        }

        FaultTrial trial = new(fault, name, writing, [.. reading]) { Log = log };
        writing.Start();
        await UntilAsync(() => trial.Readers.All(static reader => reader.Counter > 5));
        return trial;
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        using CancellationTokenSource limit = new(Limit);
        using PeriodicTimer timer = new(Pause);
        while (!condition())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>The fault begins.</summary>
    public void Begin() => _start = Stopwatch.GetTimestamp();

    /// <summary>The fault is over.</summary>
    public void End() => _end = Stopwatch.GetTimestamp();

    /// <summary>Has the writer go on for some writes more, so that it is seen that it can.</summary>
    public async Task GoOnAsync()
    {
        int written = Writer.Acknowledged.Count;
        await UntilAsync(() => Writer.Acknowledged.Count > written + 5);
    }

    /// <summary>Waits until every process has noticed a loss and says so, and checks that it keeps its flags.</summary>
    public async Task ExpectLossAsync()
    {
        await UntilAsync(() => Readers.All(static reader => reader.Engine.StoreFault?.Contains("has lost data", StringComparison.Ordinal) == true));
        await UntilAsync(() => Writer.Messages.Any(static message => message.Contains("has lost data", StringComparison.Ordinal)));
        Readers.ShouldAllBe(static reader => reader.Store.GetHealth().Status == FeatureFlagStoreStatus.Degraded && reader.Counter > 5);
        await ReportAsync("named by all");
    }

    /// <summary>Declares the flags of the process that got furthest to be true.</summary>
    public async Task RestoreAsync()
    {
        FaultReader furthest = Readers.MaxBy(static reader => reader.Counter)!;
        await UntilAsync(() => Try(() => furthest.Store.RestoreAsync(RedisRestoreSource.Process, "ada").AsTask()));
    }

    /// <summary>Ends the writing, waits until all agree, and checks that nobody evaluated wrongly and no write happened twice.</summary>
    /// <param name="keepsPromise">Whether the server kept all that it acknowledged.</param>
    /// <param name="isHeard">Whether the readers hear of changes by now; where they cannot, they say so to the end.</param>
    public async Task VerifyAsync(bool keepsPromise = true, bool isHeard = true)
    {
        await Writer.StopAsync();
        FeatureFlag? last = null;
        FeatureFlagStoreException? fault = null;
        try
        {
            await UntilAsync(() => Try(async () => last = await Writer.Store.GetAsync(CounterKey), exception => fault = exception));
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The writer's store does not come back: {fault?.Message}");
        }

        int expected = (int)last!.DefaultValue!.AsNumber;
        await UntilAsync(() => Readers.All(reader => reader.Counter == expected && reader.Engine.StoreFault is null));
        await ReportAsync("converged");

        Readers.Select(static reader => reader.Wrong).OfType<string>().ShouldBeEmpty();
        IReadOnlyDictionary<string, int> log = await ReadLogAsync();
        log.Where(static entry => entry.Value > 1).ShouldBeEmpty();
        Writer.Refused.Where(log.ContainsKey).ShouldBeEmpty();
        if (keepsPromise)
        {
            Writer.Acknowledged.Where(token => !log.ContainsKey(token)).ShouldBeEmpty();
            FeatureFlagStoreStatus expectedStatus = isHeard ? FeatureFlagStoreStatus.Healthy : FeatureFlagStoreStatus.Degraded;
            await UntilAsync(() => Readers.All(reader => reader.Store.GetHealth().Status == expectedStatus));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        foreach (FaultReader reader in Readers)
        {
            await reader.DisposeAsync();
        }
    }

    private static RedisFeatureFlagStore Open(string configuration, string name, Action<RedisStoreOptions> configure, RecordingLogger log) => RedisStores.Open(configuration, name, options =>
    {
        configure(options);
        options.PollInterval = PollInterval;
        options.ReadTimeout = TimeSpan.FromSeconds(2);
        options.WriteTimeout = TimeSpan.FromSeconds(4);
    }, log);

    private static bool Try(Func<Task> act, Action<FeatureFlagStoreException>? failed = null)
    {
        try
        {
            act().GetAwaiter().GetResult();
            return true;
        }
        catch (FeatureFlagStoreException exception)
        {
            failed?.Invoke(exception);
            return false;
        }
    }

    /// <summary>How often each attempt is in the audit log.</summary>
    private async Task<IReadOnlyDictionary<string, int>> ReadLogAsync()
    {
        Dictionary<string, int> log = new(StringComparer.Ordinal);
        for (int page = 1; ; page++)
        {
            AuditPage entries = await Writer.Store.ReadAuditAsync(new AuditQuery { Page = page, Limit = AuditQuery.MaxLimit });
            foreach (AuditEntry entry in entries.Entries.Where(static entry => entry.Reason is not null))
            {
                log[entry.Reason!] = log.GetValueOrDefault(entry.Reason!) + 1;
            }

            if (entries.Entries.Count < AuditQuery.MaxLimit)
            {
                return log;
            }
        }
    }

    private async Task ReportAsync(string outcome)
    {
        if (Environment.GetEnvironmentVariable(ReportVariable) is not { Length: > 0 } path)
        {
            return;
        }

        double lasted = Stopwatch.GetElapsedTime(_start, _end).TotalSeconds;
        double after = Stopwatch.GetElapsedTime(_end).TotalSeconds;
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"| {_fault} | {lasted:0.0} s | {outcome} after {after:0.0} s | {Writer.Acknowledged.Count} | {Writer.Refused.Count} | {Writer.Unknown.Count} |");
        await File.AppendAllTextAsync(path, line + "\n");
    }
}
