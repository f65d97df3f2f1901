using Aurum.FlagGen.Analyzers.Flags;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Usage;

/// <summary>What the member that a thread looks at has asked so far, to tell what it asks again.</summary>
/// <remarks>
/// The compiler visits a member's operations one after the other on one thread, in the order of the text, so that each thread remembers one member.
/// Most members ask a flag once: of such nothing is looked at but which flag it is.
/// </remarks>
internal sealed class MemberReads(FlagReads reads)
{
    private readonly List<(DeclaredFlag Flag, IInvocationOperation Call)> _calls = [];
    private ISymbol? _member;

    /// <summary>Takes note of a call that asks for a flag, and tells of the same reads before it; null where there are none.</summary>
    public RepeatedRead? Note(DeclaredFlag flag, IInvocationOperation call, ISymbol member)
    {
        if (!ReferenceEquals(member, _member))
        {
            _member = member;
            _calls.Clear();
        }

        List<IInvocationOperation>? others = null;
        foreach ((DeclaredFlag Flag, IInvocationOperation Call) other in _calls)
        {
            if (other.Flag == flag)
            {
                (others ??= []).Add(other.Call);
            }
        }

        // An editor may have a member visited again.
        if (others?.Exists(other => other.Syntax == call.Syntax) == true)
        {
            _calls.Clear();
            others = null;
        }

        _calls.Add((flag, call));
        return others is null ? null : Compare(flag, call, others);
    }

    private RepeatedRead? Compare(DeclaredFlag flag, IInvocationOperation call, List<IInvocationOperation> others)
    {
        if (reads.Find(call, flag) is not { } read)
        {
            return null;
        }

        List<FlagRead> earlier = [];
        foreach (IInvocationOperation other in others)
        {
            if (other.Syntax.SpanStart < call.Syntax.SpanStart && reads.Find(other, flag) is { } found && found.IsSame(read))
            {
                earlier.Add(found);
            }
        }

        earlier.Sort(static (one, two) => one.Call.Syntax.SpanStart.CompareTo(two.Call.Syntax.SpanStart));
        return earlier.Count == 0 ? null : new RepeatedRead(read, earlier);
    }
}
