using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Rules;
using Aurum.FlagGen.Manifest.Tests.Checking;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Manifest.Tests.Schema;

/// <summary>The schema for editors and other tools refuses what the checker refuses, as far as JSON Schema can say it, and takes what the checker takes.</summary>
public sealed class SchemaAgreementTests
{
    private const int Batch = 20_000;

    private static async Task<IReadOnlyList<string>> FindDifferencesAsync(IReadOnlyList<string> manifests)
    {
        List<string> differences = [];
        IReadOnlyList<bool> taken = await AjvSchema.ValidateAsync(manifests);
        for (int i = 0; i < manifests.Count; i++)
        {
            ManifestError[] errors = [.. ManifestReader.Read(manifests[i]).Errors.Where(static error => error.Rule.Severity == ManifestSeverity.Error)];
            if (!taken[i] && errors.Length == 0)
            {
                differences.Add($"refused by the schema alone: {manifests[i]}");
            }
            else if (taken[i] && errors.FirstOrDefault(static error => SchemaDifferences.Reason(error) is null) is { } error)
            {
                differences.Add($"refused by the checker alone: {error}\n    {manifests[i]}");
            }
        }

        return differences;
    }

    private static async Task CompareAsync(int first, int count)
    {
        for (int start = first; start < first + count; start += Batch)
        {
            string[] manifests = [.. Enumerable.Range(start, Math.Min(Batch, first + count - start)).Select(MutatedManifests.Create)];
            (await FindDifferencesAsync(manifests)).Take(20).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Schema_OnTheCasesOfTheRules_AnswersAsTheChecker()
    {
        string[] manifests =
        [
            .. ManifestCases.All.Where(static one => one.Schema != SchemaVerdict.CannotRead).SelectMany(static one => (string[])[one.Text, one.Valid]).Select(OneLine),
        ];

        (await FindDifferencesAsync(manifests)).ShouldBeEmpty();
    }

    [Fact]
    public Task Schema_OnMutatedManifests_AnswersAsTheChecker() => CompareAsync(0, MutatedManifests.Few);

    [Fact]
    public Task Schema_OnManyMutatedManifests_AnswersAsTheChecker() => CompareAsync(MutatedManifests.Few, LongRun.Count(MutatedManifests.Many));

    private static string OneLine(string json) => System.Text.Json.Nodes.JsonNode.Parse(json, documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true })!.ToJsonString();
}
