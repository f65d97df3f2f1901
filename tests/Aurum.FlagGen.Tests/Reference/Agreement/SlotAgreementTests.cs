using System.Text;
using System.Text.RegularExpressions;
using Aurum.FlagGen.Evaluation;
using Aurum.FlagGen.Tests.Reference.Scenarios;

namespace Aurum.FlagGen.Tests.Reference.Agreement;

/// <summary>The way that generated code goes, by slot and with a typed context, leads to the same answers.</summary>
public sealed partial class SlotAgreementTests
{
    private const int Scenarios = 150;

    private static readonly string[] Types = ["boolean", "boolean", "string", "integer", "number", "object", "variant"];

    private static readonly string[] Variants = ["control", "a", "b", "c"];

    [Fact]
    public void Engine_BySlotWithTypedContext_AnswersAsTheReference()
    {
        FlagCatalog catalog = FlagCatalog.Register(typeof(SlotAgreementTests), Encoding.UTF8.GetBytes(Declarations()));
        List<Disagreement> disagreements = [];
        for (int number = 0; number < Scenarios && disagreements.Count == 0; number++)
        {
            disagreements.AddRange(Compare(RandomScenarios.Write(number, Types), catalog).Take(1));
        }

        disagreements.ShouldBeEmpty();
    }

    /// <summary>The flags with types and variants alone, as an old manifest may declare what a store has long filled with rules.</summary>
    private static string Declarations()
    {
        JsonObjectText flags = new();
        for (int i = 0; i < Types.Length; i++)
        {
            JsonObjectText flag = new JsonObjectText().AddText("type", Types[i]).Add("default_value", RandomFlags.ValuesOf(Types[i])[^1]);
            flags.Add("slots.f" + i, Types[i] == "variant" ? flag.Add("variants", JsonObjectText.TextList(Variants)).ToString() : flag.ToString());
        }

        return new JsonObjectText().Add("flags", flags.ToString()).ToString();
    }

    private static IEnumerable<Disagreement> Compare(Scenario scenario, FlagCatalog catalog)
    {
        // Slots are handed out for the whole process, so that these keys are nobody else's.
        string text = PlainKey.Replace(scenario.Manifest, "\"slots.$1\"");
        ReferenceManifest manifest = new(text);
        EngineAnswers engine = new(text);
        foreach (Asking asking in scenario.Askings)
        {
            ReferenceEvaluator reference = new(manifest, asking.User, asking.Feature, asking.Now);
            TypedContext context = new(asking);
            engine.SetTime(asking.Now);
            for (int i = 0; i < Types.Length; i++)
            {
                string key = "slots.f" + i;
                FlagOutcome outcome = engine.Engine.Evaluate(catalog.Slots[i], context);
                ReferenceAnswer expected = reference.Evaluate(key);
                ReferenceAnswer answer = ToAnswer(outcome, expected);
                bool isRightVariant = Types[i] != "variant" || expected.Reason == "ERROR" || outcome.VariantOrdinal == Array.IndexOf(Variants, expected.Variant);
                if (!AgreementCheck.AreSame(expected, answer) || !isRightVariant)
                {
                    yield return new Disagreement(text, key, asking, expected, answer);
                }
            }
        }
    }

    /// <summary>An outcome knows no time, so that being stale is left out; beside an error stands the declared default, of which the reference knows nothing.</summary>
    private static ReferenceAnswer ToAnswer(FlagOutcome outcome, ReferenceAnswer expected) => new(
        EngineAnswers.Json(outcome.Reason, outcome.Value),
        outcome.Reason == EvaluationReason.Error ? null : outcome.Variant,
        EngineAnswers.Word(outcome.Reason),
        outcome.RuleName,
        outcome.RuleIndex < 0 ? null : outcome.RuleIndex,
        EngineAnswers.Word(outcome.ErrorCode),
        outcome.IsOn,
        expected.IsStale);

    [GeneratedRegex("\"(f[0-9])\"")]
    private static partial Regex PlainKey { get; }
}
