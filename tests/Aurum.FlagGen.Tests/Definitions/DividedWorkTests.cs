using System.Text;
using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Definitions;

/// <summary>Sets of flags so large that several threads read and compile them.</summary>
public sealed class DividedWorkTests
{
    private const int Flags = 6_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2_047)]
    [InlineData(2_048)]
    [InlineData(4_095)]
    [InlineData(10_001)]
    public void Run_AnyNumberOfItems_ReachesEachOnce(int count)
    {
        int[] reached = new int[count];

        DividedWork.Run(count, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                Interlocked.Increment(ref reached[i]);
            }
        });

        reached.ShouldAllBe(static times => times == 1);
    }

    [Fact]
    public void Run_OnePartFails_TellsItsFaultAfterTheOthersAreDone()
    {
        int done = 0;

        Should.Throw<FormatException>(() => DividedWork.Run(10_000, (from, to) =>
        {
            Interlocked.Add(ref done, to - from);
            if (to == 10_000)
            {
                throw new FormatException();
            }
        }));

        done.ShouldBe(10_000);
    }

    [Fact]
    public void Read_LargeManifest_GivesFlagsAndFaultsInTheOrderOfTheText()
    {
        StringBuilder text = new("{\"flags\":{");
        for (int i = 0; i < Flags; i++)
        {
            // Every seventh cannot be read; every fifth of the second half stood in the first half already.
            string key = i >= Flags / 2 && i % 5 == 0 ? $"f{i - (Flags / 2)}" : $"f{i}";
            text.Append(i == 0 ? "" : ",").Append(i % 7 == 0 ? $"\"{key}\":{{\"status\":{i}}}" : $"\"{key}\":{{\"description\":\"{i}\"}}");
        }

        FlagSetReadResult result = FlagSetReader.Read(text.Append("}}").ToString());

        int[] expected = [.. Enumerable.Range(0, Flags).Where(static i => i < Flags / 2 || i % 5 != 0)];
        result.Set!.Flags.Select(static flag => flag.Description).ShouldBe(expected.Where(static i => i % 7 != 0).Select(static i => $"{i}"));
        result.Faults.Select(static fault => fault.FlagKey).ShouldBe(expected.Where(static i => i % 7 == 0).Select(static i => $"f{i}"));
        result.Set.Unreadable.Count.ShouldBe(result.Faults.Count);
        result.Faults[^1].Message.ShouldContain($"the number {expected.Last(static i => i % 7 == 0)}");
    }

    [Fact]
    public void Publish_LargeSetInWhichFlagsNeedOthers_AnswersAsASmallOne()
    {
        // Each needs the one far behind it, so that what a flag needs is compiled by another thread; every pattern is asked for by several.
        static string Flag(int i) => i < Flags / 3
            ? $"'f{i}':{{'status':'enabled','rules':[{{'name':'r','required_flags':['f{i + (Flags / 3)}']}}]}}"
            : $"'f{i}':{{'status':'enabled','rules':[{{'name':'r','conditions':{{'user_id':{{'op':'regex','value':'^user-{i % 10}'}}}}}}]}}";
        FlagEngine engine = Given.Flags(string.Join(',', Enumerable.Range(0, Flags).Select(Flag)));
        FlagContext user = Given.User("user-7");

        engine.Faults.ShouldBeEmpty();
        Enumerable.Range(0, Flags).Where(i => engine.IsEnabled($"f{i}", user)).ShouldBe(
            Enumerable.Range(0, Flags).Where(static i => (i < Flags / 3 ? i + (Flags / 3) : i) % 10 == 7));
    }
}
