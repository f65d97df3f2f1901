using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Analyzers.Usage.Reads;

/// <summary>Where each member of a compilation has read a flag so far. It keeps places and symbols, not operations, which would keep all code alive.</summary>
internal sealed class EarlierReads
{
    private readonly ConcurrentDictionary<Key, TextSpan[]> _places = new();

    /// <summary>Takes note of a read, and gives the places of the same read that stand before it in the same member.</summary>
    public TextSpan[] Note(FlagRead read, ISymbol member)
    {
        TextSpan place = read.Call.Syntax.Span;
        Key key = new(member, read.Flag, read.Decider, read.Asker);
        if (_places.TryAdd(key, [place]))
        {
            return [];
        }

        // An editor may have a member visited again.
        TextSpan[] places = _places.AddOrUpdate(key, [place], (_, known) => known.Contains(place) ? known : [.. known, place]);
        return places.Length == 1 ? [] : [.. places.Where(other => other.Start < place.Start).OrderBy(static other => other.Start)];
    }

    private readonly struct Key(ISymbol member, DeclaredFlag flag, ISymbol? decider, ISymbol? asker) : IEquatable<Key>
    {
        private readonly ISymbol _member = member;
        private readonly DeclaredFlag _flag = flag;
        private readonly ISymbol? _decider = decider;
        private readonly ISymbol? _asker = asker;

        public bool Equals(Key other) =>
            _flag == other._flag
            && SymbolEqualityComparer.Default.Equals(_member, other._member)
            && SymbolEqualityComparer.Default.Equals(_decider, other._decider)
            && SymbolEqualityComparer.Default.Equals(_asker, other._asker);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => (SymbolEqualityComparer.Default.GetHashCode(_member) * 397) ^ _flag.GetHashCode();
    }
}
