namespace Aurum.FlagGen.Mutation;

/// <summary>What is mutated, and by which tests it is to be noticed.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Project">The project file, from the repository's root.</param>
/// <param name="Folder">The folder whose files are mutated, with its subfolders.</param>
/// <param name="TestProject">The tests' project.</param>
/// <param name="Tests">The ends of the namespaces, or of the full names of the classes, of those tests that take part; after a minus, the names of methods that do not, because they take long and a shorter one does the same.</param>
internal sealed record MutationTarget(string Name, string Project, string Folder, string TestProject, string[] Tests)
{
    public static readonly IReadOnlyList<MutationTarget> All =
    [
        new("checking", "tests/Aurum.FlagGen.Manifest.Host/Aurum.FlagGen.Manifest.Host.csproj", "src/Aurum.FlagGen.Manifest/Checking", "Aurum.FlagGen.Manifest.Tests", [".Checking"]),
        new("evaluation", "src/Aurum.FlagGen/Aurum.FlagGen.csproj", "src/Aurum.FlagGen/Evaluation", "Aurum.FlagGen.Tests", [".Evaluation", ".Specification", ".Agreement", ".ExplainTests", ".FaultyContextTests", ".ScenarioTests", ".ByKeyTests", .. Long]),
    ];

    /// <summary>Proofs over many numbers. The agreement with the reference, over fewer, and tests of single cases stand in for them.</summary>
    private static IEnumerable<string> Long =>
    [
        "-Engine_OnRandomScenarios_AnswersAsTheReference", "-Buckets_OfConsecutiveIds_AreUniform", "-Rollout_OfAnyShare_TakesThatManyUsers", "-Rollouts_OfTwoFlags_AreIndependent",
        "-Flag_OthersBesideItChange_AnswersAsBefore", "-Rollout_Raised_KeepsEverybodyWhoWasIn", "-Rollout_NoneAndAll_IsNobodyAndEverybody", "-GateAndSplit_OfOneSalt_AreIndependent",
        "-Layer_TwoTestsWithPartsApart_NeverShareAUnit", "-Rollout_ByAnyFormula_LetsAboutItsShareInAndNobodyOutAgain", "-GetVariant_ManyUsers_AreDividedByTheWeights", "-Chain_OfThousands_EndsInFaultsAndNotInTheStack", "-Cycle_OfThousandsOfFlags_IsAFaultOfEachInFewWords",
        "-Engine_PublishedTwice_AnswersAsAFreshOne", "-Evaluate_AnyDefinitionAndContext_GivesAValueOfTheFlagsTypeAndNeverFails", "-Explain_AnyDefinitionAndContext_SaysWhatEvaluateSays",
    ];

    /// <summary>The tests' assembly, as the build leaves it.</summary>
    public string TestAssembly => Path.Combine("artifacts", "bin", TestProject, "debug", $"{TestProject}.dll");
}
