namespace Aurum.FlagGen.Benchmarks.Manifests;

/// <summary>The four shapes of flag that the scenarios time; a manifest mixes them as a real one does.</summary>
internal enum FlagKind
{
    /// <summary>On for everybody, without rules.</summary>
    Switch,

    /// <summary>One rule: a role, then a percentage by user id.</summary>
    Rollout,

    /// <summary>Five rules, of which the last matches.</summary>
    Rules,

    /// <summary>An A/B test of three variants.</summary>
    Experiment,
}
