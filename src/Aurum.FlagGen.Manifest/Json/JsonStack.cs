namespace Aurum.FlagGen.Manifest.Json;

/// <summary>A stack of what is read so far. A list of the framework would do, were it not that a process that starts has to compile one for each kind of value of ours.</summary>
internal sealed class JsonStack<T>
{
    private const int FirstCapacity = 64;

    private T[] _items = new T[FirstCapacity];

    public int Count { get; private set; }

    public ref readonly T this[int index] => ref _items[index];

    public void Push(T item)
    {
        if (Count == _items.Length)
        {
            T[] larger = new T[Count * 2];
            Array.Copy(_items, larger, Count);
            _items = larger;
        }

        _items[Count++] = item;
    }

    /// <summary>Takes away everything from an index on, and gives it.</summary>
    public T[] TakeFrom(int first)
    {
        T[] taken = new T[Count - first];
        Array.Copy(_items, first, taken, 0, taken.Length);
        Array.Clear(_items, first, taken.Length);
        Count = first;
        return taken;
    }

    public T Pop()
    {
        T item = _items[--Count];
        _items[Count] = default!;
        return item;
    }
}
