using System.Globalization;

namespace Aurum.FlagGen.Manifest.Naming;

/// <summary>Makes proposals for names, none of which is made twice: whoever follows all of them has no new clash.</summary>
internal sealed class FreeNames
{
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <param name="scope">Within what the name must be the only one, such as a group.</param>
    /// <param name="wanted">The name to begin with; where it cannot be had, a number from 2 on follows it.</param>
    /// <param name="isFree">Whether nothing else is called so.</param>
    public string Find(string scope, string wanted, Func<string, bool> isFree)
    {
        // Thousands may want the same name, so the search goes on where the last one ended.
        string place = scope + "." + wanted;
        _numbers.TryGetValue(place, out int number);
        while (true)
        {
            number++;
            string candidate = number == 1 ? wanted : wanted + number.ToString(CultureInfo.InvariantCulture);
            if (isFree(candidate) && _given.Add(scope + "." + candidate))
            {
                _numbers[place] = number;
                return candidate;
            }
        }
    }
}
