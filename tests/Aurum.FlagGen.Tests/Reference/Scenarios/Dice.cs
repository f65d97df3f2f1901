using CsCheck;

namespace Aurum.FlagGen.Tests.Reference.Scenarios;

/// <summary>Random choices that depend on a number alone, so that a scenario is known by its number.</summary>
/// <remarks>CsCheck's generator of random numbers, and not its combinators: most choices here depend on earlier ones, and the trees are shrunk as JSON, member by member.</remarks>
internal sealed class Dice(uint number)
{
    private readonly PCG _random = new(number, 0x466C616747656E);

    /// <summary>A number from 0 to below the bound.</summary>
    public int Below(int bound) => (int)_random.Next((uint)bound);

    /// <summary>Whether something happens that happens so many times in a hundred.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>From none to so many of the choices, with repetitions.</summary>
    public string[] Several(IReadOnlyList<string> choices, int most)
    {
        string[] several = new string[Below(most + 1)];
        for (int i = 0; i < several.Length; i++)
        {
            several[i] = Pick(choices);
        }

        return several;
    }

    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int other = Below(i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }

        return shuffled;
    }
}
