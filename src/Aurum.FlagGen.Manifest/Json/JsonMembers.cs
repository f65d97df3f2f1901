using System.Collections;

namespace Aurum.FlagGen.Manifest.Json;

/// <summary>An object's members in the order of the text.</summary>
/// <remarks>To ask an array through an interface is slow, and where its elements are values of ours, it is code that a process that starts has to compile first.</remarks>
internal readonly struct JsonMembers(JsonMember[]? members) : IReadOnlyList<JsonMember>
{
    private readonly JsonMember[]? _members = members;

    public int Count => _members is null ? 0 : _members.Length;

    public JsonMember this[int index] => _members![index];

    public Enumerator GetEnumerator() => new(_members);

    IEnumerator<JsonMember> IEnumerable<JsonMember>.GetEnumerator() => ((IEnumerable<JsonMember>)(_members ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_members ?? []).GetEnumerator();

    internal struct Enumerator(JsonMember[]? members)
    {
        private int _index = -1;

        public readonly JsonMember Current => members![_index];

        public bool MoveNext() => members is not null && ++_index < members.Length;
    }
}
