using System.Runtime.CompilerServices;
using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen.Evaluation;

/// <summary>Reads one attribute of any context. It remembers where the last two kinds of context keep it, so that reading from a typed context is a comparison and one virtual call.</summary>
internal sealed class AttributeReader(string path)
{
    private Binding _first = Binding.None;
    private Binding _second = Binding.None;

    public AttributePath Path { get; } = new(path);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AttributeValue Read(ref readonly EvaluationScope scope)
    {
        Binding binding = _first;
        return ReferenceEquals(binding.Schema, scope.Schema) && binding.Index >= 0
            ? scope.Context.GetAttribute(binding.Index)
            : ReadOther(in scope);
    }

    private AttributeValue ReadOther(ref readonly EvaluationScope scope)
    {
        if (ReferenceEquals(scope.Schema, FlagContextSchema.Dynamic))
        {
            return scope.Context.Find(Path);
        }

        int index = FindIndex(scope.Schema);
        return index >= 0 ? scope.Context.GetAttribute(index) : default;
    }

    /// <summary>Bindings are immutable and replaced whole, so that threads may race here: the loser looks up once more.</summary>
    private int FindIndex(FlagContextSchema schema)
    {
        if (ReferenceEquals(_first.Schema, schema))
        {
            return _first.Index;
        }

        Binding second = _second;
        if (ReferenceEquals(second.Schema, schema))
        {
            return second.Index;
        }

        Binding binding = new(schema, schema.IndexOf(Path.Text));
        if (_first.Schema is null)
        {
            _first = binding;
        }
        else
        {
            _second = binding;
        }

        return binding.Index;
    }

    private sealed class Binding(FlagContextSchema? schema, int index)
    {
        public static readonly Binding None = new(null, -1);

        public readonly FlagContextSchema? Schema = schema;
        public readonly int Index = index;
    }
}
