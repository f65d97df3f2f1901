using System.Text;
using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Definitions;

/// <summary>Sets of thousands of flags.</summary>
public sealed class LargeSetTests
{
    private const int Flags = 6_000;

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
        // Each of the first third needs one that stands far behind it.
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
