using System.Collections;

namespace Aurum.FlagGen.Tests.Definitions;

/// <summary>A list that knows how often its elements were read.</summary>
internal sealed class CountingList<T>(IReadOnlyList<T> inner) : IReadOnlyList<T>
{
    public int Reads { get; private set; }

    public int Count => inner.Count;

    public T this[int index]
    {
        get
        {
            Reads++;
            return inner[index];
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
