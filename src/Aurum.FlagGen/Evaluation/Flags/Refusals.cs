using System.Globalization;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Evaluation;

/// <summary>What the build would refuse in one definition, by the part that is at fault. A store may hold what no build has seen: whoever changed it by other means is told the same as a build would tell.</summary>
internal sealed class Refusals
{
    public static readonly Refusals None = new();

    private const string RulesPointer = "/rules/";
    private const string TestPointer = "/ab_test";
    private const string BucketingPointer = "/bucketing";

    private readonly Dictionary<int, string> _rules = [];
    private readonly List<string> _flag = [];

    private Refusals()
    {
    }

    /// <summary>What is wrong with the flag's test, or null.</summary>
    public string? OfTest { get; private set; }

    /// <summary>What is wrong with the flag's bucket formula, or null. What needs the formula is faulty by it.</summary>
    public string? OfBucketing { get; private set; }

    /// <summary>What is wrong with the flag elsewhere.</summary>
    public IReadOnlyList<string> OfFlag => _flag;

    /// <summary>What is wrong with a rule, or null.</summary>
    public string? OfRule(int index) => _rules.GetValueOrDefault(index);

    public static Refusals Find(FeatureFlag definition, FlagEnvironment environment)
    {
        Refusals refusals = None;
        if (definition.Rules.Any(static rule => rule.RolloutPlan is { } plan && !Enum.IsDefined(plan.Strategy)))
        {
            // There is no word to write it by; whoever compiles the rule says so.
            return refusals;
        }

        foreach (ManifestError error in FlagDefinitionChecker.Check(definition.ToJson(), environment.Names).Errors)
        {
            if (error.Rule.Severity == ManifestSeverity.Error)
            {
                refusals = ReferenceEquals(refusals, None) ? new Refusals() : refusals;
                refusals.Add(error.Pointer, error.Sentence);
            }
        }

        for (int i = 0; i < definition.Rules.Count; i++)
        {
            foreach ((string needed, _) in RuleAudience.FlagsOf(definition.Rules[i]))
            {
                if (environment.Graph.FindFault(definition.Key, needed) is { } fault)
                {
                    refusals = ReferenceEquals(refusals, None) ? new Refusals() : refusals;
                    refusals._rules.TryAdd(i, fault);
                }
            }
        }

        return refusals;
    }

    /// <summary>Everything, as the faults of a flag that decides nothing by its rules.</summary>
    public IEnumerable<FlagFault> AsFaults(FeatureFlag definition)
    {
        foreach ((int index, string message) in _rules)
        {
            yield return new FlagFault(definition.Key, definition.Rules[index].Name, message);
        }

        foreach (string? message in (IEnumerable<string?>)[OfTest, OfBucketing, .. _flag])
        {
            if (message is not null)
            {
                yield return new FlagFault(definition.Key, null, message);
            }
        }
    }

    /// <summary>Of several faults of one part the first is told.</summary>
    private void Add(string pointer, string message)
    {
        if (pointer.StartsWith(RulesPointer, StringComparison.Ordinal))
        {
            ReadOnlySpan<char> rest = pointer.AsSpan(RulesPointer.Length);
            int end = rest.IndexOf('/');
            _rules.TryAdd(int.Parse(end < 0 ? rest : rest[..end], CultureInfo.InvariantCulture), message);
        }
        else if (pointer == TestPointer || pointer.StartsWith(TestPointer + "/", StringComparison.Ordinal))
        {
            OfTest ??= message;
        }
        else if (pointer == BucketingPointer || pointer.StartsWith(BucketingPointer + "/", StringComparison.Ordinal))
        {
            OfBucketing ??= message;
        }
        else
        {
            _flag.Add(message);
        }
    }
}
