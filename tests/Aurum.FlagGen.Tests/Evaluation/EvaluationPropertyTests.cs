using CsCheck;

namespace Aurum.FlagGen.Tests.Evaluation;

public class EvaluationPropertyTests
{
    [Fact]
    public void Explain_AnyDefinitionAndContext_SaysWhatEvaluateSays() =>
        Gen.Select(RandomDefinitions.Set, RandomDefinitions.Context).Sample(static (set, context) =>
        {
            FlagEngine engine = Given.Engine();
            engine.Publish(set);
            foreach (string key in RandomDefinitions.Keys)
            {
                FlagEvaluation<FlagValue> evaluation = engine.Evaluate(key, context);
                FlagExplanation explanation = engine.Explain(key, context);

                explanation.Value.ShouldBe(evaluation.Value);
                explanation.Variant.ShouldBe(evaluation.Variant);
                explanation.Reason.ShouldBe(evaluation.Reason);
                explanation.ErrorCode.ShouldBe(evaluation.ErrorCode);
                explanation.RuleName.ShouldBe(evaluation.RuleName);
                explanation.RuleIndex.ShouldBe(evaluation.RuleIndex);
                explanation.IsOn.ShouldBe(engine.IsEnabled(key, context));
                explanation.ToString().ShouldStartWith(key);
                explanation.Rules.Count(static rule => rule.Matched).ShouldBe(evaluation.RuleIndex is null ? 0 : 1);
            }
        }, iter: 3_000);

    [Fact]
    public void Evaluate_AnyDefinitionAndContext_GivesAValueOfTheFlagsTypeAndNeverFails() =>
        Gen.Select(RandomDefinitions.Set, RandomDefinitions.Context).Sample(static (set, context) =>
        {
            FlagEngine engine = Given.Engine();
            engine.Publish(set);
            foreach (FeatureFlag flag in set.Flags)
            {
                FlagEvaluation<FlagValue> evaluation = engine.Evaluate(flag.Key, context);

                evaluation.ErrorCode.ShouldNotBe(EvaluationErrorCode.General);
                evaluation.Value.Kind.ShouldBe(flag.Type switch
                {
                    FlagType.Boolean => FlagValueKind.Boolean,
                    FlagType.Integer or FlagType.Number => FlagValueKind.Number,
                    FlagType.Object => FlagValueKind.Object,
                    _ => FlagValueKind.String,
                });
            }
        }, iter: 3_000);

    [Fact]
    public void Engine_PublishedTwice_AnswersAsAFreshOne() =>
        Gen.Select(RandomDefinitions.Set, RandomDefinitions.Set, RandomDefinitions.Context, Gen.Int[0, 63]).Sample(static (first, second, context, kept) =>
        {
            // Some definitions are the same objects as before, so that their compiled form is taken over.
            FlagSet next = second with { Version = "2", Flags = [.. second.Flags.Select((flag, i) => (kept & (1 << i)) != 0 ? first.Flags[i] : flag)] };
            FlagEngine reused = Given.Engine();
            reused.Publish(first);
            reused.Publish(next);
            FlagEngine fresh = Given.Engine();
            fresh.Publish(next);

            foreach (string key in RandomDefinitions.Keys)
            {
                reused.Evaluate(key, context).ShouldBe(fresh.Evaluate(key, context));
            }
        }, iter: 1_000);
}
