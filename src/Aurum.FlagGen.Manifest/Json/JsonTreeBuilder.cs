
namespace Aurum.FlagGen.Manifest.Json;

/// <summary>Puts the tree together: the arrays and objects that are open, and what they hold so far.</summary>
internal sealed class JsonTreeBuilder(JsonFaultList faults)
{
    /// <summary>Up to so many members, comparing each with each is cheaper than a set.</summary>
    private const int SmallObject = 8;

    private readonly List<Container> _open = new();
    private readonly List<JsonNode> _items = new();
    private readonly List<JsonMember> _members = new();
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    private int _openObjects;
    private string? _name;
    private TextRange _nameRange;

    public JsonNode? Root { get; private set; }

    public int Depth => _open.Count;

    public bool IsInObject => _open.Count > 0 && _open[_open.Count - 1].IsObject;

    /// <summary>Where the innermost open array or object begins.</summary>
    public int InnermostStart => _open[_open.Count - 1].Start;

    /// <summary>Sets the name that the next value gets; null where there is none that can be used, so that the value is left out.</summary>
    public void SetName(string? name, TextRange range)
    {
        _name = name;
        _nameRange = range;
    }

    public void Open(bool isObject, int start)
    {
        _open.Add(new Container(isObject, start, isObject ? _members.Count : _items.Count, _name, _nameRange));
        _openObjects += isObject ? 1 : 0;
        _name = null;
    }

    /// <summary>Ends the innermost array or object at an offset and adds it to the one around it.</summary>
    public void Close(int end)
    {
        Container container = _open[_open.Count - 1];
        _open.RemoveAt(_open.Count - 1);
        TextRange range = new(container.Start, end - container.Start);
        JsonNode node;
        if (container.IsObject)
        {
            _openObjects--;
            FindDuplicates(container.First);
            node = JsonNode.Object(Take(_members, container.First), range);
        }
        else
        {
            node = JsonNode.Array(Take(_items, container.First), range);
        }

        SetName(container.Name, container.NameRange);
        Add(node);
    }

    public void Add(JsonNode node)
    {
        if (_open.Count == 0)
        {
            Root = node;
        }
        else if (!IsInObject)
        {
            _items.Add(node);
        }
        else if (_name is not null)
        {
            _members.Add(new JsonMember(_name, _nameRange, node));
            _name = null;
        }
    }

    /// <summary>The depth, counted from 0, of the innermost open container of a kind; −1 where there is none.</summary>
    public int FindOpen(bool isObject)
    {
        int depth = (isObject ? _openObjects : _open.Count - _openObjects) == 0 ? -1 : _open.Count - 1;
        while (depth >= 0 && _open[depth].IsObject != isObject)
        {
            depth--;
        }

        return depth;
    }

    /// <summary>Takes away everything from an index on, and gives it.</summary>
    private static T[] Take<T>(List<T> list, int first)
    {
        T[] taken = new T[list.Count - first];
        list.CopyTo(first, taken, 0, taken.Length);
        list.RemoveRange(first, taken.Length);
        return taken;
    }

    private void FindDuplicates(int first)
    {
        int count = _members.Count - first;
        if (count > SmallObject)
        {
            _seen.Clear();
        }

        for (int i = first; i < _members.Count; i++)
        {
            int earlier = count > SmallObject ? Remember(i) : IndexOfName(_members[i].Name, first, i);
            if (earlier >= 0)
            {
                faults.AddDuplicate(_members[earlier], _members[i]);
            }
        }
    }

    private int Remember(int index)
    {
        string name = _members[index].Name;
        if (_seen.TryGetValue(name, out int earlier))
        {
            return earlier;
        }

        _seen.Add(name, index);
        return -1;
    }

    private int IndexOfName(string name, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (_members[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private readonly struct Container(bool isObject, int start, int first, string? name, TextRange nameRange)
    {
        public bool IsObject { get; } = isObject;

        public int Start { get; } = start;

        /// <summary>The index of its first member or element on the builder's stacks.</summary>
        public int First { get; } = first;

        /// <summary>The name that it has in the object around it.</summary>
        public string? Name { get; } = name;

        public TextRange NameRange { get; } = nameRange;
    }
}
