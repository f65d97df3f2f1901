using System.Collections.Concurrent;
using System.Globalization;
using Aurum.FlagGen.Redis.Tests.Servers;

namespace Aurum.FlagGen.Redis.Tests.Faults;

/// <summary>Writes the counting flag all the time, and remembers what it was told of each attempt.</summary>
internal sealed class FaultWriter(RedisFeatureFlagStore store, string name) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongPause = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _stop = new();

    private Task _writing = Task.CompletedTask;
    private int _attempts;
    private int _value;
    private long _version;

    public RedisFeatureFlagStore Store { get; } = store;

    public ConcurrentQueue<string> Acknowledged { get; } = [];

    /// <summary>Attempts of which the store said that nothing was written.</summary>
    public ConcurrentQueue<string> Refused { get; } = [];

    /// <summary>Attempts of which the store said that it does not know.</summary>
    public ConcurrentQueue<string> Unknown { get; } = [];

    /// <summary>What the store said of attempts that failed.</summary>
    public ConcurrentQueue<string> Messages { get; } = [];

    public int Failures => Refused.Count + Unknown.Count;

    public void Start() => _writing = Task.Run(WriteAsync);

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _writing;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Store.DisposeAsync();
        _stop.Dispose();
    }

    public static FeatureFlag Counter(int value) => new()
    {
        Key = FaultTrial.CounterKey,
        Type = FlagType.Integer,
        Status = FeatureFlagStatus.Enabled,
        DefaultValue = FlagValue.From(value),
    };

    private async Task WriteAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            bool isWritten = await TryWriteAsync();
            await Task.Delay(isWritten ? Pause : LongPause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryWriteAsync()
    {
        string token = string.Create(CultureInfo.InvariantCulture, $"{name}#{++_attempts}");
        try
        {
            FeatureFlag stored = await Store.SaveAsync(Counter(_value + 1), _version, new FlagChange { Actor = name, Action = FlagActions.Update, Reason = token });
            _value++;
            _version = stored.Version;
            Acknowledged.Enqueue(token);
            return true;
        }
        catch (FeatureFlagConflictException conflict)
        {
            // Another writer was faster, or an attempt of which nobody knew has arrived after all.
            _version = conflict.ActualVersion;
            _value = Math.Max(_value, (int)(conflict.Current?.DefaultValue?.AsNumber ?? 0));
            return true;
        }
        catch (FeatureFlagStoreException exception)
        {
            (exception.Message.StartsWith("It is not known", StringComparison.Ordinal) ? Unknown : Refused).Enqueue(token);
            Messages.Enqueue(exception.Message);
            return false;
        }
    }
}
