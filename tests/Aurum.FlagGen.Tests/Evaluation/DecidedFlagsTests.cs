using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Tests.Evaluation;

public sealed class DecidedFlagsTests
{
    /// <summary>All of these numbers have their place in the second of four cells.</summary>
    [Fact]
    public void Flags_OfOneCell_AreToldApart()
    {
        DecidedFlags flags = DecidedFlags.In(new long[4], flags: 2);

        flags.Add(1, isOn: true);
        flags.Add(5, isOn: false);

        Find(flags, 1).ShouldBe((true, true));
        Find(flags, 5).ShouldBe((true, false));
        Find(flags, 9).ShouldBe((false, false));
    }

    [Fact]
    public void Flags_OfTheLastCell_GoOnAtTheFirst()
    {
        DecidedFlags flags = DecidedFlags.In(new long[4], flags: 2);

        flags.Add(3, isOn: false);
        flags.Add(7, isOn: true);

        Find(flags, 3).ShouldBe((true, false));
        Find(flags, 7).ShouldBe((true, true));
        Find(flags, 11).ShouldBe((false, false));
    }

    [Fact]
    public void Memory_ThatWasUsedBefore_IsEmpty()
    {
        long[] memory = [3, 5, 7, 9];

        DecidedFlags flags = DecidedFlags.In(memory, flags: 2);

        Find(flags, 1).ShouldBe((false, false));
        Find(flags, 2).ShouldBe((false, false));
    }

    [Fact]
    public void NoFlags_AreNotRemembered()
    {
        DecidedFlags flags = DecidedFlags.In([], flags: 0);

        flags.Add(1, isOn: true);

        Find(flags, 1).ShouldBe((false, false));
    }

    [Fact]
    public void Flags_MoreThanThereIsRoomFor_AreNotRemembered()
    {
        DecidedFlags flags = DecidedFlags.In(new long[2], flags: 1);

        flags.Add(1, isOn: true);
        flags.Add(2, isOn: true);
        flags.Add(3, isOn: true);

        Find(flags, 1).ShouldBe((true, true));
        Find(flags, 2).ShouldBe((true, true));
        Find(flags, 3).ShouldBe((false, false));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 8)]
    [InlineData(4, 8)]
    [InlineData(5, 16)]
    public void CellsFor_SoManyFlags_AreTwiceAsManyAtLeast(int flags, int cells) => DecidedFlags.CellsFor(flags).ShouldBe(cells);

    private static (bool IsKnown, bool IsOn) Find(DecidedFlags flags, long id) => (flags.TryGet(id, out bool isOn), isOn);
}
