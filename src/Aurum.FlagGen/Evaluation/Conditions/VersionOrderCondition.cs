using System.Runtime.CompilerServices;
using Aurum.FlagGen.Manifest.Values;

namespace Aurum.FlagGen.Evaluation;

/// <summary>gt, gte, lt and lte by version: what the operator accepts is a range of versions, each packed into one number that orders alike.</summary>
internal sealed class VersionOrderCondition : TypedOrderCondition<DottedVersion, DottedVersionPattern, VersionReader>
{
    private readonly ulong _from;
    private readonly ulong _to;

    /// <summary>Whether the condition's own version can be packed.</summary>
    private readonly bool _isPacked;

    public VersionOrderCondition(ConditionSource source, DottedVersionPattern operand, AcceptedOrder accepted)
        : base(source, operand, accepted)
    {
        _isPacked = PackedVersion.TryPack(source.Definition.Value.AsString, out ulong first, out ulong last);
        _from = accepted.Less ? 0 : accepted.Equal ? first : last + 1;
        _to = accepted.Greater ? ulong.MaxValue : accepted.Equal ? last : first - 1;

        // Nothing stands before the first version, or after the last.
        if ((!accepted.Less && _from == 0 && !accepted.Equal) || (!accepted.Greater && _to == ulong.MaxValue && !accepted.Equal))
        {
            _from = 1;
            _to = 0;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override bool Holds(ref readonly EvaluationScope scope)
    {
        if (!_isPacked || !Attribute.TryReadText(in scope, out string? text) || text is null || !PackedVersion.TryParse(text, out ulong version))
        {
            return HoldsOther(in scope);
        }

        return (version >= _from && version <= _to) != IsInverted;
    }
}
