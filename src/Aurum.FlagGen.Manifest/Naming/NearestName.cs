namespace Aurum.FlagGen.Manifest.Naming;

/// <summary>Finds what somebody probably meant by a name that does not exist.</summary>
internal static class NearestName
{
    /// <summary>
    /// The known name with the fewest slips of the keyboard (a character left out, added, replaced, or two neighbours swapped) from the given one; null where
    /// it takes more than a third of the characters. Case is ignored first; of names that are equally near, the one nearer in case wins, then the first in
    /// ordinal order, so that the order of the known names does not matter.
    /// </summary>
    /// <param name="name">The name that does not exist.</param>
    /// <param name="known">Those that do.</param>
    /// <param name="budget">How much may be looked at, which ends the search without an answer; several searches may share it. Null for a search of its own.</param>
    public static string? Find(string name, IEnumerable<string> known, SearchBudget? budget = null)
    {
        budget ??= new SearchBudget(SearchBudget.OfOneSearch);
        int most = Math.Max(1, name.Length / 3);
        Distance distance = new(most + name.Length, budget);
        string folded = name.ToUpperInvariant();

        // Most slips are one or two, and the tighter the limit, the more names are ruled out by a glance.
        for (int limit = 1; ; limit = Math.Min(limit * 2, most))
        {
            string? found = FindWithin(limit, name, folded, known, distance, budget);
            if (budget.IsExceeded)
            {
                // Of a part of the names only, the nearest is a matter of their order.
                return null;
            }

            if (found is not null || limit == most)
            {
                return found;
            }
        }
    }

    private static string? FindWithin(int limit, string name, string folded, IEnumerable<string> known, Distance distance, SearchBudget budget)
    {
        ulong mask = Mask(name);
        string? best = null;
        int bestCase = 0;
        foreach (string candidate in known)
        {
            if (!budget.TrySpend(1))
            {
                break;
            }

            if (Math.Abs(candidate.Length - name.Length) > limit)
            {
                continue;
            }

            if (!budget.TrySpend(candidate.Length) || CountBits(mask ^ Mask(candidate)) > 2 * limit)
            {
                continue;
            }

            int found = distance.Between(folded, candidate.ToUpperInvariant(), limit);
            if (found > limit)
            {
                continue;
            }

            int foundCase = distance.Between(name, candidate, name.Length + candidate.Length);
            bool isBetter = best is null || found < limit || foundCase < bestCase || (foundCase == bestCase && string.CompareOrdinal(candidate, best) < 0);
            if (isBetter)
            {
                best = candidate;
                bestCase = foundCase;
                limit = found;
            }
        }

        return best;
    }

    /// <summary>Which characters a name has, case ignored, as bits. One slip changes two of them at most, which rules most names out.</summary>
    private static ulong Mask(string name)
    {
        ulong mask = 0;
        foreach (char c in name)
        {
            mask |= 1UL << (c < 128 ? (c | 0x20) & 63 : 0);
        }

        return mask;
    }

    private static int CountBits(ulong value)
    {
        int count = 0;
        for (; value != 0; value &= value - 1)
        {
            count++;
        }

        return count;
    }

    /// <summary>
    /// The Damerau–Levenshtein distance (optimal string alignment), as a table of which only the cells near the diagonal are filled: those further from it than
    /// the limit cannot be on a path within the limit.
    /// </summary>
    private sealed class Distance(int maxLength, SearchBudget budget)
    {
        private const int Far = int.MaxValue / 2;

        private int[] _before = new int[maxLength + 2];
        private int[] _previous = new int[maxLength + 2];
        private int[] _current = new int[maxLength + 2];

        /// <summary>The distance, or any number above the limit where it is above the limit or the budget is exceeded.</summary>
        public int Between(string left, string right, int limit)
        {
            if (!budget.TrySpend(right.Length))
            {
                return limit + 1;
            }

            for (int j = 0; j <= right.Length; j++)
            {
                _previous[j] = j;
            }

            for (int i = 1; i <= left.Length; i++)
            {
                if (!budget.TrySpend(Math.Min(right.Length, (2 * (long)limit) + 1)) || FillRow(left, right, i, limit) > limit)
                {
                    return limit + 1;
                }

                (_before, _previous, _current) = (_previous, _current, _before);
            }

            return _previous[right.Length];
        }

        private int FillRow(string left, string right, int i, int limit)
        {
            int first = Math.Max(1, i - limit);
            int last = Math.Min(right.Length, i + limit);
            int smallest = _current[first - 1] = first == 1 ? i : Far;
            for (int j = first; j <= last; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? 0 : 1;
                int value = Math.Min(Math.Min(_previous[j], _current[j - 1]) + 1, _previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    value = Math.Min(value, _before[j - 2] + 1);
                }

                _current[j] = value;
                smallest = Math.Min(smallest, value);
            }

            // The next row looks one cell further.
            _current[last + 1] = Far;
            return smallest;
        }
    }
}
