using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Naming;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>One run of the checkers over one document: what they found so far, and what the document may name.</summary>
internal sealed class CheckContext(JsonNode? root, bool isDefinition, IManifestNames names, CancellationToken token)
{
    /// <summary>Looking for the nearest of thousands of names takes its time, and who mistyped that many has not mistyped.</summary>
    private const int MostSearches = 50;

    /// <summary>Characters that all searches together may look at: a fifth of a second at most.</summary>
    private const long MostSteps = 5 * SearchBudget.OfOneSearch;

    private readonly List<ManifestError> _errors = [];
    private readonly Dictionary<ManifestRule, int> _countsByRule = [];
    private long _stepsLeft = MostSteps;
    private (string Owner, string Name)? _owner;
    private int _searches;

    public JsonNode? Root { get; } = root;

    /// <summary>Whether the document is one flag with its key inside, as stores and requests hold it, and not flags.json.</summary>
    public bool IsDefinition { get; } = isDefinition;

    public IManifestNames Names { get; } = names;

    public CancellationToken Token { get; } = token;

    /// <summary>How many faults of severity error there are, so that a checker can tell whether another found any.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>Whether the text itself is broken; what its tree then lacks is no fault of its author's.</summary>
    public bool HasSyntaxFaults { get; private set; }

    /// <param name="rule">What is wrong.</param>
    /// <param name="range">Where; from it the pointer and the words for the place are found.</param>
    /// <param name="arguments">What the rule's message says beside the place, from {1} on.</param>
    public void Report(ManifestRule rule, TextRange range, params object[] arguments)
    {
        if (rule.Severity == ManifestSeverity.Error)
        {
            ErrorCount++;
        }

        HasSyntaxFaults |= ReferenceEquals(rule, ManifestRules.Syntax);
        _countsByRule.TryGetValue(rule, out int count);
        _countsByRule[rule] = count + 1;
        if (count < ManifestLimits.FaultsOfOneKind)
        {
            Add(rule, range, arguments);
        }
        else if (count == ManifestLimits.FaultsOfOneKind)
        {
            Add(ManifestRules.Limit, range, $"only the first {count} faults {rule.Id} are shown; mend those first");
        }
    }

    /// <summary>Reports a name that an object has twice: in the words of who has it, not of what it names.</summary>
    public void ReportDuplicate(TextRange name)
    {
        _owner = ManifestPlace.FindOwner(Root, IsDefinition, name);
        Report(ManifestRules.Duplicate, name, _owner.Value.Name);
        _owner = null;
    }

    /// <summary>What to write in place of an unknown name: the nearest that there is, else all of them where they are few, else <paramref name="otherwise"/>.</summary>
    public string Suggest(string name, IEnumerable<string> known, string otherwise)
    {
        if (++_searches > MostSearches)
        {
            return otherwise;
        }

        SearchBudget budget = new(Math.Min(SearchBudget.OfOneSearch, _stepsLeft));
        string suggestion = Phrases.Suggest(name, known, otherwise, budget);
        _stepsLeft -= budget.Spent;
        return suggestion;
    }

    /// <summary>The faults in the order of the text. Of a text with broken JSON only that is told: other faults may be its echoes.</summary>
    public IReadOnlyList<ManifestError> ToSortedErrors()
    {
        IEnumerable<ManifestError> told = _errors.Where(error => !HasSyntaxFaults || ReferenceEquals(error.Rule, ManifestRules.Syntax));
        return [.. told.OrderBy(static error => error.Range.Start)];
    }

    private void Add(ManifestRule rule, TextRange range, params object[] arguments)
    {
        ManifestPlace place = ManifestPlace.Find(Root, IsDefinition, range);
        _errors.Add(new ManifestError(rule, range, place.Pointer, [_owner?.Owner ?? place.Words, .. arguments]));
    }
}
