using Aurum.FlagGen.Manifest.Tests.Checking.Cases;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

/// <summary>Every case of every rule.</summary>
internal static class ManifestCases
{
    public static readonly IReadOnlyList<ManifestCase> All =
    [
        .. TextCases.All, .. MemberCases.All, .. ShapeCases.All, .. AccessorCases.All, .. ContextCases.All, .. RuleCases.All, .. ConditionCases.All,
        .. RolloutCases.All, .. ExperimentCases.All, .. DependencyCases.All, .. LifecycleCases.All, .. AdviceCases.All,
    ];

    /// <summary>The cases' names, as the data of a theory.</summary>
    public static TheoryData<string> Names => new(All.Select(static one => one.ToString()));

    public static ManifestCase Find(string name) => All.Single(one => one.ToString() == name);
}
