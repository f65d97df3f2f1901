using Aurum.FlagGen.Benchmarks.Floor;
using Aurum.FlagGen.Benchmarks.Generated;
using Aurum.FlagGen.Benchmarks.Harness;
using Aurum.FlagGen.Benchmarks.Manifests;
using BenchmarkDotNet.Attributes;

namespace Aurum.FlagGen.Benchmarks.Scenarios;

/// <summary>S7: S2 by the flag's key, with a context that is a dictionary. The peer has no other way, so that its figure is S2's.</summary>
public class S7ByKey
{
    private readonly string _key = FlagPlan.RolloutKey;
    private readonly Dictionary<string, object?> _user = Users.Dictionary(Users.Timed());
    private FlagContext _context = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _context = FlagContext.From(_user);
        ResultCheck.Equal("Whether the manifest's flag is on", true, Features.Scenario.Switch.IsEnabled(_context));
        ResultCheck.Equal("The floor", true, Floor());
        ResultCheck.Equal("Ours", true, Ours());
        foreach (FloorContext user in Users.Many())
        {
            Dictionary<string, object?> attributes = Users.Dictionary(user);
            ResultCheck.Equal($"For {user.UserId}, ours", Ask(attributes), FlagEngine.Default.IsEnabled(_key, FlagContext.From(attributes)));
        }
    }

    [Benchmark(Baseline = true)]
    public bool Floor() => Ask(_user);

    [Benchmark]
    public bool Ours() => FlagEngine.Default.IsEnabled(_key, _context);

    private bool Ask(Dictionary<string, object?> user) =>
        FloorFlags.Current.RolloutsByKey.TryGetValue(_key, out FloorRollout? flag)
        && flag.IsOn(user.GetValueOrDefault(FlagFacts.UserRolePath) as string, user.GetValueOrDefault(FlagFacts.UserIdPath) as string ?? "");
}
