using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Testing.Tests.Engines;

public sealed class FlagTestEngineTests
{
    private const string Manifest = """
        {
          "flags": {
            "sale": {
              "status": "enabled", "default_value": false,
              "rules": [ { "name": "December", "active_from": "2026-12-01T00:00:00Z", "active_until": "2026-12-31T00:00:00Z" } ]
            }
          }
        }
        """;

    [Theory]
    [InlineData("2026-11-30T23:59:59Z", false)]
    [InlineData("2026-12-01T00:00:00Z", true)]
    [InlineData("2026-12-01T01:00:00+01:00", true)]
    public void Engine_AtAFixedTime_DecidesAsOfThen(string now, bool isOn) =>
        FlagTestEngine.FromManifest(Manifest, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).IsEnabled("sale").ShouldBe(isOn);

    [Fact]
    public void Engine_OverAClockThatIsMoved_FollowsIt()
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero));
        FlagEngine engine = FlagTestEngine.FromManifest(Manifest, clock);
        engine.IsEnabled("sale").ShouldBeFalse();

        clock.Advance(TimeSpan.FromDays(2));

        engine.IsEnabled("sale").ShouldBeTrue();
    }

    [Fact]
    public void Engine_OverDefinitions_AnswersFromThem()
    {
        FeatureFlag flag = new() { Key = "greeting", Type = FlagType.String, Status = FeatureFlagStatus.Enabled, DefaultValue = "Hi" };

        FlagEngine engine = FlagTestEngine.FromDefinitions([flag], DateTimeOffset.UnixEpoch);

        engine.GetStringDetails("greeting", "").Value.ShouldBe("Hi");
    }

    [Fact]
    public void Manifest_ThatCannotBeRead_IsRefusedWithThePlace() =>
        Should.Throw<ArgumentException>(static () => FlagTestEngine.FromManifest("""{ "flags": { "sale": { "status": "perhaps" } } }"""))
            .Message.ShouldContain("sale");
}
