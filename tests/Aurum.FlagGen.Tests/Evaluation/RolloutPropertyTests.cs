using CsCheck;

namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>What a rollout promises, asked of the engine as an application asks it.</summary>
public sealed class RolloutPropertyTests
{
    private static readonly Gen<string> Keys = Gen.Char["abcdefghij"].Array[1, 12].Select(static letters => new string(letters));
    private static readonly Gen<string> Ids = Gen.Char.AlphaNumeric.Array[1, 20].Select(static letters => new string(letters));
    private static readonly Gen<double> Percentages = Gen.Int[0, 100_000].Select(static thousandths => thousandths / 1_000.0);

    [Fact]
    public void Rollout_Raised_KeepsEverybodyWhoWasIn() =>
        Gen.Select(Keys, Ids, Percentages, Percentages).Sample(
            static (key, id, one, other) =>
            {
                bool before = Engine(Share(key, Math.Min(one, other))).IsEnabled(key, Given.User(id));
                bool after = Engine(Share(key, Math.Max(one, other))).IsEnabled(key, Given.User(id));

                (!before || after).ShouldBeTrue();
            },
            iter: 2_000);

    [Fact]
    public void Rollout_NoneAndAll_IsNobodyAndEverybody() =>
        Gen.Select(Keys, Ids).Sample(
            static (key, id) =>
            {
                Engine(Share(key, 0)).IsEnabled(key, Given.User(id)).ShouldBeFalse();
                Engine(Share(key, 100)).IsEnabled(key, Given.User(id)).ShouldBeTrue();
            },
            iter: 1_000);

    [Fact]
    public void Flag_OthersBesideItChange_AnswersAsBefore() =>
        Gen.Select(Keys, Keys, Ids, Percentages, Percentages, Percentages).Sample(
            static (key, other, id, own, former, present) =>
            {
                string neighbour = "other_" + other;
                FlagContext user = Given.User(id);
                FlagEvaluation<FlagValue> alone = Engine(Share(key, own)).Evaluate(key, user);

                Engine(Share(key, own), Share(neighbour, former)).Evaluate(key, user).ShouldBe(alone);
                Engine(Share(neighbour, present), Share(key, own)).Evaluate(key, user).ShouldBe(alone);
            },
            iter: 1_000);

    /// <summary>Who is in one half says nothing of who is in the half of another flag, for any two keys.</summary>
    [Fact]
    public void Rollouts_OfTwoFlags_AreIndependent() =>
        Gen.Select(Keys, Keys).Where(static (one, other) => one != other).Sample(
            static (one, other) =>
            {
                const int Users = 4_000;
                FlagEngine engine = Engine(Share(one, 50), Share(other, 50));
                int[] counts = new int[4];
                for (int i = 0; i < Users; i++)
                {
                    FlagContext user = Given.User($"user-{i}");
                    counts[(engine.IsEnabled(one, user) ? 2 : 0) + (engine.IsEnabled(other, user) ? 1 : 0)]++;
                }

                // 3 degrees of freedom: one in a hundred million fair samples exceeds 40.
                counts.Sum(static count => (count - (Users / 4.0)) * (count - (Users / 4.0)) / (Users / 4.0)).ShouldBeLessThan(40);
            },
            iter: 100);

    /// <summary>For any key and any share, so many are in as were asked for.</summary>
    [Fact]
    public void Rollout_OfAnyShare_TakesThatManyUsers() =>
        Gen.Select(Keys, Gen.Int[1, 99]).Sample(
            static (key, percent) =>
            {
                const int Users = 4_000;
                FlagEngine engine = Engine(Share(key, percent));
                int users = Enumerable.Range(0, Users).Count(i => engine.IsEnabled(key, Given.User($"user-{i}")));

                // Six standard deviations: one in five hundred million fair samples lies beyond.
                double expected = Users * percent / 100.0;
                Math.Abs(users - expected).ShouldBeLessThanOrEqualTo(6 * Math.Sqrt(expected * (1 - (percent / 100.0))) + 1);
            },
            iter: 100);

    private static FeatureFlag Share(string key, double percentage) => new()
    {
        Key = key,
        Status = FeatureFlagStatus.Enabled,
        DefaultValue = false,
        Rules = [new FeatureFlagRule { Name = "r", RolloutPercentage = percentage }],
    };

    private static FlagEngine Engine(params FeatureFlag[] flags)
    {
        FlagEngine engine = Given.Engine();
        engine.Publish(new FlagSet { Version = "1", Flags = flags });
        return engine;
    }
}
