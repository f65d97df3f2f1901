using Aurum.FlagGen.Benchmarks.Floor;
using Aurum.FlagGen.Benchmarks.Generated;
using Aurum.FlagGen.Benchmarks.Harness;
using Aurum.FlagGen.Benchmarks.Manifests;
using Aurum.FlagGen.Benchmarks.Peer;
using BenchmarkDotNet.Attributes;

namespace Aurum.FlagGen.Benchmarks.Scenarios;

/// <summary>S0: the context, from values that the application has.</summary>
public class S0Context
{
    // Fields that are not readonly, so that the compiler cannot know the values.
    private string _userId = FlagFacts.UserId;
    private string _role = FlagFacts.UserRole;
    private string _country = FlagFacts.UserCountry;
    private string _email = FlagFacts.UserEmail;
    private string _version = FlagFacts.AppVersion;
    private int _age = FlagFacts.UserAge;

    [GlobalSetup]
    public void Prepare()
    {
        FloorContext floor = (FloorContext)Floor();
        ResultCheck.Equal("The floor's user", FlagFacts.UserId, floor.UserId);
        ResultCheck.Equal("The floor's age", FlagFacts.UserAge, floor.UserAge);
        FeatureContext ours = (FeatureContext)Ours();
        ResultCheck.Equal("Our user", FlagFacts.UserId, ours.UserId);
        ResultCheck.Equal("Our age", FlagFacts.UserAge, ours.UserAge);
    }

    [Benchmark(Baseline = true)]
    public object Floor() => new FloorContext
    {
        UserId = _userId,
        UserRole = _role,
        UserAge = _age,
        UserCountry = _country,
        UserEmail = _email,
        AppVersion = _version,
    };

    [Benchmark]
    public object Ours() => new FeatureContext
    {
        UserId = _userId,
        UserRole = _role,
        UserAge = _age,
        UserCountry = _country,
        UserEmail = _email,
        AppVersion = _version,
    };

    [Benchmark]
    public object Microsoft() => PeerFlags.CreateContext(_userId, _role);
}
