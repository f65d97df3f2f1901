using Aurum.FlagGen.Stores;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Stores;

public sealed class StoreHealthRecordTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _clock = new();
    private readonly StoreHealthRecord _record;

    public StoreHealthRecordTests() => _record = new StoreHealthRecord(_clock, Interval);

    [Fact]
    public void Read_NothingConfirmedForThreeIntervals_IsDegradedAndSaysHowOld()
    {
        _record.Confirm();
        _clock.Advance(3 * Interval);
        _record.Read(null).Status.ShouldBe(FeatureFlagStoreStatus.Healthy);

        _clock.Advance(TimeSpan.FromSeconds(1));
        FeatureFlagStoreHealth health = _record.Read(null);

        health.Status.ShouldBe(FeatureFlagStoreStatus.Degraded);
        health.Cause.ShouldNotBeNull().ShouldContain("31 seconds");
        health.Age.ShouldBe(TimeSpan.FromSeconds(31));
    }

    [Fact]
    public void Read_ConfirmedAgain_IsHealthy()
    {
        _record.Confirm();
        _record.Fail("It is away.");
        _clock.Advance(10 * Interval);
        _record.Read(null).Cause.ShouldBe("It is away.");

        _record.Confirm();

        _record.Read(null).Status.ShouldBe(FeatureFlagStoreStatus.Healthy);
    }

    [Fact]
    public void Read_NeverAsked_IsUnhealthy() => _record.Read(null).Status.ShouldBe(FeatureFlagStoreStatus.Unhealthy);

    [Fact]
    public void Read_ClockSetBack_KeepsTheAge()
    {
        _clock.SetUtcNow(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
        _record.Confirm();
        _clock.Advance(TimeSpan.FromSeconds(5));

        _record.Read(null).Age.ShouldBe(TimeSpan.FromSeconds(5));
    }
}
