using Aurum.FlagGen.Following;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Usage;

public sealed class UsageReporterTests
{
    private const string Set = "{'flags':{'on':{'status':'enabled','default_value':true},'share':{'status':'enabled','rules':[{'name':'r','conditions':{'user_id':'ada'}}]}}}";

    private readonly ScriptedUsageStore _store = new();
    private readonly FlagEngine _engine = Given.Manifest(Set);
    private readonly UsageReporter _reporter;

    public UsageReporterTests() => _reporter = new UsageReporter(_engine, _store, "1.2.3");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Flush_EachTime_SendsWhatWasCountedSince()
    {
        Evaluate("share", 3, "ada");
        Evaluate("share", 1, "bob");
        await _reporter.FlushAsync(Token);
        Evaluate("share", 2, "bob");
        Evaluate("on", 1);
        await _reporter.FlushAsync(Token);
        await _reporter.FlushAsync(Token);

        _store.Sent.Select(static batch => batch.Sequence).ShouldBe([1L, 2]);
        _store.Sent.ShouldAllBe(static batch => batch.ApplicationVersion == "1.2.3");
        _store.Sent[0].Flags.ShouldHaveSingleItem().ByVariant.ShouldBe(new Dictionary<string, long> { ["true"] = 3, ["false"] = 1 }, ignoreOrder: true);
        FlagUsage second = _store.Sent[1].Flags.Single(static flag => flag.Key == "share");
        second.Evaluations.ShouldBe(2);
        second.ByVariant.ShouldBe(new Dictionary<string, long> { ["false"] = 2 });
        second.LastEvaluated.ShouldBe(Given.Noon);
        _store.Taken["on"].Evaluations.ShouldBe(1);
        _store.Taken["share"].LastVersion.ShouldBe("1.2.3");
    }

    [Theory]
    [InlineData(nameof(UsageAnswer.Refused))]
    [InlineData(nameof(UsageAnswer.LostAnswer))]
    public async Task Flush_AfterAFailure_LosesNothingAndCountsNothingTwice(string failure)
    {
        _store.Answer = Enum.Parse<UsageAnswer>(failure);
        for (int i = 0; i < 3; i++)
        {
            Evaluate("on", 10);
            await Should.ThrowAsync<FeatureFlagStoreException>(async () => await _reporter.FlushAsync(Token));
        }

        _store.Answer = UsageAnswer.Taken;
        await _reporter.FlushAsync(Token);

        _store.Taken["on"].Evaluations.ShouldBe(30);
        _store.Sent.Take(4).ShouldAllBe(batch => ReferenceEquals(batch, _store.Sent[0]));
        _store.Sent[4].Flags.ShouldHaveSingleItem().Evaluations.ShouldBe(20);
    }

    [Fact]
    public async Task Flush_MoreFlagsThanABatchMayHave_SendsSeveral()
    {
        FlagEngine engine = Given.Flags(string.Join(',', Enumerable.Range(0, 2500).Select(static i => $"'f{i}':{{'status':'enabled','default_value':true}}")));
        UsageReporter reporter = new(engine, _store, "");
        engine.EvaluateAll();
        _store.Answer = UsageAnswer.LostAnswer;
        await Should.ThrowAsync<FeatureFlagStoreException>(async () => await reporter.FlushAsync(Token));
        _store.Answer = UsageAnswer.Taken;
        engine.EvaluateAll();

        await reporter.FlushAsync(Token);

        _store.Sent.Max(static batch => batch.Flags.Count).ShouldBe(FlagUsageBatch.MaxFlags);
        _store.Taken.Values.Where(static flag => flag.Key.StartsWith('f')).ShouldAllBe(static flag => flag.Evaluations == 2);
        _store.Taken.Keys.Count(static key => key.StartsWith('f')).ShouldBe(2500);
    }

    [Fact]
    public async Task Flush_FlagsThatComeAndGo_LosesNothingThatWasReported()
    {
        FlagEngine engine = Given.Engine();
        UsageReporter reporter = new(engine, _store, "");
        for (int round = 0; round < 12; round++)
        {
            // The engine gives cells of flags that are gone to others; those of the first group come back.
            int group = round % 6;
            engine.Publish(Given.Set($"{{'flags':{{{string.Join(',', Enumerable.Range(0, 1000).Select(i => $"'g{group}.f{i}':{{'status':'enabled','default_value':true}}"))}}}}}", $"{round}"));
            foreach (FeatureFlag flag in engine.Definitions.Where(static flag => flag.Key[0] == 'g'))
            {
                engine.IsEnabled(flag.Key);
            }

            await reporter.FlushAsync(Token);
        }

        FlagUsage[] taken = [.. _store.Taken.Values.Where(static flag => flag.Key[0] == 'g')];
        taken.Length.ShouldBe(6000);
        taken.ShouldAllBe(static flag => flag.Evaluations == 2);
    }

    [Fact]
    public async Task Read_OwnEvaluations_AreInItAtOnce()
    {
        Evaluate("on", 3);

        (await _reporter.ReadAsync(Token)).ShouldHaveSingleItem().Evaluations.ShouldBe(3);
    }

    private void Evaluate(string key, int times, string user = "nobody")
    {
        for (int i = 0; i < times; i++)
        {
            _engine.IsEnabled(key, Given.User(user));
        }
    }
}
