using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Naming;
using Aurum.FlagGen.Manifest.Rules;
using Aurum.FlagGen.Manifest.Tests.Checking;

namespace Aurum.FlagGen.Manifest.Tests.Naming;

/// <summary>How much a search for near names looks at, counted and not timed.</summary>
public sealed class SearchBudgetTests
{
    /// <summary>Ten thousand long names of nearly the same characters, of which no glance rules any out.</summary>
    private static readonly string[] LongNames = [.. Enumerable.Range(0, 10_000).Select(static i => string.Concat(Enumerable.Range(0, 15).Select(part => $"checkout{(i * (part + 7)) % 97:00}")))];

    [Fact]
    public void Find_AmongManyLongNames_LooksAtNoMoreThanItsBudget()
    {
        SearchBudget budget = new(SearchBudget.OfOneSearch);

        NearestName.Find(new string('x', 150), LongNames, budget);

        budget.Spent.ShouldBeLessThanOrEqualTo(SearchBudget.OfOneSearch);
    }

    [Fact]
    public void Find_AmongHugeNames_LooksAtNoMoreThanItsBudget()
    {
        SearchBudget budget = new(SearchBudget.OfOneSearch);

        NearestName.Find(new string('a', 1_000_000), [new string('b', 1_000_000) + "a", new string('a', 999_000) + "b"], budget).ShouldBeNull();

        budget.IsExceeded.ShouldBeTrue();
        budget.Spent.ShouldBeLessThanOrEqualTo(SearchBudget.OfOneSearch);
    }

    [Fact]
    public void Find_ASlipAmongManyNames_IsFoundWithinTheBudget()
    {
        string[] names = [.. Enumerable.Range(0, 10_000).Select(static i => $"team{i % 50}.feature_number_{i}")];

        NearestName.Find("team7.feature_numbr_4557", names).ShouldBe("team7.feature_number_4557");
    }

    [Fact]
    public void Read_ManyMistypedNamesAmongManyLongOnes_AsksForNoMoreThanAShare()
    {
        string flags = string.Join(',', LongNames.Select((name, i) => $$""" "{{name}}_{{i}}": { "rules": [ { "name": "A", "required_flags": ["{{new string((char)('a' + (i % 26)), 180)}}"] } ] } """));

        IReadOnlyList<ManifestError> errors = ManifestReader.Read(ManifestCase.Flags(flags), TestContext.Current.CancellationToken).Errors;

        errors.Count(static error => error.Rule == ManifestRules.UndeclaredFlag).ShouldBe(1_000);
    }
}
