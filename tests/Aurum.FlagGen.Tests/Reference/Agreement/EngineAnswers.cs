using System.Text.Json;
using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Tests.Evaluation;
using Aurum.FlagGen.Tests.Reference.Scenarios;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Reference.Agreement;

/// <summary>Asks the engine what a scenario asks, and brings its answers into the reference's form.</summary>
internal sealed class EngineAnswers
{
    private readonly FakeTimeProvider _time = new(Vocabulary.Noon - TimeSpan.FromDays(1000));

    public EngineAnswers(string manifest)
    {
        Engine = Given.Engine(_time);
        FlagSetReadResult read = FlagSetReader.Read(manifest);
        read.IsReadable.ShouldBeTrue(manifest);
        Engine.Publish(read.Set);
    }

    public FlagEngine Engine { get; }

    /// <summary>The answers of Evaluate and of Explain, which are given by the same code with and without taking notes, of Evaluate with a context as generated code has it, and of EvaluateAll.</summary>
    public IEnumerable<ReferenceAnswer> Answer(string key, Asking asking)
    {
        FlagContext context = ToContext(asking);
        SetTime(asking.Now);
        yield return ToAnswer(Engine.Evaluate(key, context), Engine.IsEnabled(key, context));

        FlagExplanation explanation = Engine.Explain(key, context);
        yield return new ReferenceAnswer(
            Json(explanation.Reason, explanation.Value),
            explanation.Variant,
            Word(explanation.Reason),
            explanation.RuleName,
            explanation.RuleIndex,
            Word(explanation.ErrorCode),
            explanation.IsOn,
            explanation.IsStale);

        TypedContext typed = new(asking);
        bool isOn = Engine.IsEnabled(key, typed);
        yield return ToAnswer(Engine.Evaluate(key, typed), isOn);

        foreach (FlagEvaluation<FlagValue> evaluation in Engine.EvaluateAll(typed).Where(evaluation => evaluation.Key == key))
        {
            yield return ToAnswer(evaluation, isOn);
        }
    }

    public void SetTime(DateTimeOffset now) => _time.AdjustTime(now);

    public static string? Json(EvaluationReason reason, FlagValue value) => reason == EvaluationReason.Error ? null : value.ToJson();

    public static string Word(EvaluationReason reason) => reason switch
    {
        EvaluationReason.TargetingMatch => "TARGETING_MATCH",
        _ => reason.ToString().ToUpperInvariant(),
    };

    public static string? Word(EvaluationErrorCode code) => code switch
    {
        EvaluationErrorCode.None => null,
        EvaluationErrorCode.FlagNotFound => "FLAG_NOT_FOUND",
        EvaluationErrorCode.ParseError => "PARSE_ERROR",
        EvaluationErrorCode.TargetingKeyMissing => "TARGETING_KEY_MISSING",
        _ => code.ToString(),
    };

    private static ReferenceAnswer ToAnswer(FlagEvaluation<FlagValue> evaluation, bool isOn) => new(
        Json(evaluation.Reason, evaluation.Value),
        evaluation.Variant,
        Word(evaluation.Reason),
        evaluation.RuleName,
        evaluation.RuleIndex,
        Word(evaluation.ErrorCode),
        isOn,
        evaluation.IsStale);

    /// <summary>A context of one part comes from JSON; one of two parts from dictionaries, by turns of objects and of JSON elements.</summary>
    private static FlagContext ToContext(Asking asking) => asking.Feature == "{}" ? FlagContext.Parse(asking.User)
        : asking.User.Length % 2 == 0 ? FlagContext.From(ContextObjects.Of(ReferenceJson.Parse(asking.User)), ContextObjects.Of(ReferenceJson.Parse(asking.Feature)))
        : FlagContext.From(Elements(asking.User), Elements(asking.Feature));

    private static Dictionary<string, object?> Elements(string json) =>
        ReferenceJson.Parse(json).EnumerateObject().ToDictionary(static member => member.Name, static member => (object?)member.Value);
}
