using System.Runtime.CompilerServices;
using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen.Evaluation;

/// <summary>Reads one attribute of any context. It remembers where the first kind of context that it met keeps it, so that reading a text or an integer of a generated context is a comparison and a load.</summary>
/// <param name="path">The attribute's path.</param>
/// <param name="onMisfit">Hears of values that no condition understands; null where nobody does.</param>
internal sealed class AttributeReader(string path, Action<string, NotUnderstood>? onMisfit = null)
{
    /// <summary>The first kind of context; written once, after the index.</summary>
    private FlagContextSchema? _schema;

    private int _index = -1;

    /// <summary>Where another kind of context keeps the attribute; the last one that was met.</summary>
    private Binding _other = Binding.None;

    private int _isClaimed;

    public AttributePath Path { get; } = new(path);

    /// <summary>Reads an attribute that is a text field of the context.</summary>
    /// <param name="scope">The evaluation.</param>
    /// <param name="text">The text, or null where it is missing.</param>
    /// <returns>Whether the attribute is such a field; otherwise <see cref="Read"/> knows it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadText(ref readonly EvaluationScope scope, out string? text)
    {
        ReadOnlySpan<string?> texts = scope.Fields.Texts;
        if (ReferenceEquals(Volatile.Read(ref _schema), scope.Fields.Schema) && (uint)_index < (uint)texts.Length)
        {
            text = texts[_index];
            return true;
        }

        text = null;
        return false;
    }

    /// <summary>Reads an attribute that is an integer field of the context.</summary>
    /// <param name="scope">The evaluation.</param>
    /// <param name="integer">The integer, or null where it is missing.</param>
    /// <returns>Whether the attribute is such a field; otherwise <see cref="Read"/> knows it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadInteger(ref readonly EvaluationScope scope, out long? integer)
    {
        ReadOnlySpan<long?> integers = scope.Fields.Integers;
        int index = _index - scope.Fields.Texts.Length;
        if (ReferenceEquals(Volatile.Read(ref _schema), scope.Fields.Schema) && (uint)index < (uint)integers.Length)
        {
            integer = integers[index];
            return true;
        }

        integer = null;
        return false;
    }

    /// <summary>The attribute if it is a text, else null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? ReadText(ref readonly EvaluationScope scope) => TryReadText(in scope, out string? text) ? text : Read(in scope).Text;

    /// <summary>Reads an attribute of any kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AttributeValue Read(ref readonly EvaluationScope scope) => ReferenceEquals(scope.Fields.Schema, FlagContextSchema.Dynamic)
        ? scope.Context.Find(Path)
        : ReadIndexed(in scope);

    /// <summary>Tells of a value that no condition understands.</summary>
    public void Report(NotUnderstood misfit) => onMisfit?.Invoke(Path.Text, misfit);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private AttributeValue ReadIndexed(ref readonly EvaluationScope scope)
    {
        FlagContextSchema schema = scope.Fields.Schema;
        int index = ReferenceEquals(Volatile.Read(ref _schema), schema) ? _index : FindIndex(schema);
        return index >= 0 ? scope.Context.GetAttribute(index) : default;
    }

    /// <summary>Threads may race here: one of them writes the first kind, and of the others the last wins, so that the loser looks up once more.</summary>
    private int FindIndex(FlagContextSchema schema)
    {
        Binding other = _other;
        if (ReferenceEquals(other.Schema, schema))
        {
            return other.Index;
        }

        int index = schema.IndexOf(Path.Text);
        if (Interlocked.Exchange(ref _isClaimed, 1) == 0)
        {
            _index = index;
            Volatile.Write(ref _schema, schema);
        }
        else
        {
            _other = new Binding(schema, index);
        }

        return index;
    }

    /// <summary>Immutable, so that it is replaced whole.</summary>
    private sealed class Binding(FlagContextSchema? schema, int index)
    {
        public static readonly Binding None = new(null, -1);

        public readonly FlagContextSchema? Schema = schema;
        public readonly int Index = index;
    }
}
