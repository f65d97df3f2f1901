using Aurum.FlagGen.Benchmarks.Floor;
using Aurum.FlagGen.Benchmarks.Harness;
using Aurum.FlagGen.Benchmarks.Manifests;
using BenchmarkDotNet.Attributes;

namespace Aurum.FlagGen.Benchmarks.Scenarios;

/// <summary>S7: S2 by the flag's key, with a context that is a dictionary. The peer has no other way, so that its figure is S2's.</summary>
public class S7ByKey
{
    private const string UserIdPath = "user_id";
    private const string UserRolePath = "user.role";

    private readonly string _key = FlagPlan.RolloutKey;
    private readonly Dictionary<string, object?> _user = new(StringComparer.Ordinal)
    {
        [UserIdPath] = FlagFacts.UserId,
        [UserRolePath] = FlagFacts.UserRole,
        ["user.age"] = FlagFacts.UserAge,
        ["user.country"] = FlagFacts.UserCountry,
        ["user.email"] = FlagFacts.UserEmail,
        ["app.version"] = FlagFacts.AppVersion,
    };

    [GlobalSetup]
    public void Prepare() => ResultCheck.Equal("The floor", true, Floor());

    [Benchmark(Baseline = true)]
    public bool Floor() =>
        FloorFlags.Current.RolloutsByKey.TryGetValue(_key, out FloorRollout? flag)
        && flag.IsOn(_user.GetValueOrDefault(UserRolePath) as string, _user.GetValueOrDefault(UserIdPath) as string ?? "");
}
