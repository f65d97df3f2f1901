using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Analyzers.Reads;

/// <summary>Tells whether two calls can both happen in one run through a function.</summary>
internal static class Succession
{
    /// <summary>Whether both stand in the same function and, if in a loop, in the same turn of it.</summary>
    public static bool ShareTurn(IOperation first, IOperation second) => TurnOf(first) == TurnOf(second);

    /// <summary>Whether the code says at a glance that the second call does not happen after the first: they are the branches of one choice, or the first one's branch leaves.</summary>
    public static bool AreApart(IOperation first, IOperation second)
    {
        bool leaves = false;
        IOperation child = first;
        IOperation? parent = first.Parent;
        for (; parent is not null && !Contains(parent, second); parent = parent.Parent)
        {
            // What leaves a try may pass its finally.
            leaves = parent is not ITryOperation && (leaves || (parent is IConditionalOperation choice && child != choice.Condition && IsJump(child)));
            child = parent;
        }

        return parent is IConditionalOperation { WhenFalse: { } other } both && child == both.WhenTrue && Contains(other, second) || (leaves && parent is not ITryOperation);
    }

    /// <summary>Whether the second call can be reached from the first without going back.</summary>
    /// <param name="graph">The graph of the member.</param>
    /// <param name="first">The call that stands first.</param>
    /// <param name="second">The other.</param>
    public static bool CanFollow(ControlFlowGraph graph, IOperation first, IOperation second) =>
        FindBlock(graph, first.Syntax.Span) is { } found && IsReachable(found.Graph, found.Block, second.Syntax.Span);

    /// <summary>The function, the body of a loop, or the part of a loop that is evaluated once a turn.</summary>
    private static IOperation TurnOf(IOperation operation)
    {
        IOperation child = operation;
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            bool isOnce = parent is IForEachLoopOperation each && each.Collection == child || parent is IForLoopOperation loop && loop.Before.Contains(child);
            if (parent is ILoopOperation && !isOnce)
            {
                return child;
            }

            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return parent;
            }

            child = parent;
        }

        return child;
    }

    private static (ControlFlowGraph Graph, BasicBlock Block)? FindBlock(ControlFlowGraph graph, TextSpan call)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            if (Contains(block, call))
            {
                return (graph, block);
            }
        }

        return FunctionsOf(graph, call).Select(inner => FindBlock(inner, call)).FirstOrDefault(static found => found is not null);
    }

    private static IEnumerable<ControlFlowGraph> FunctionsOf(ControlFlowGraph graph, TextSpan call)
    {
        IEnumerable<ControlFlowGraph> lambdas =
            from block in graph.Blocks
            from operation in OperationsOf(block)
            from function in operation.DescendantsAndSelf().OfType<IFlowAnonymousFunctionOperation>()
            where function.Syntax.Span.Contains(call)
            select graph.GetAnonymousFunctionControlFlowGraph(function);
        return lambdas.Concat(graph.LocalFunctions.Select(function => graph.GetLocalFunctionControlFlowGraph(function)).Where(inner => inner.OriginalOperation.Syntax.Span.Contains(call)));
    }

    private static bool IsReachable(ControlFlowGraph graph, BasicBlock from, TextSpan call)
    {
        bool[] seen = new bool[graph.Blocks.Length];
        Stack<BasicBlock> open = new([from]);
        while (open.Count > 0)
        {
            BasicBlock block = open.Pop();
            if (Contains(block, call))
            {
                return true;
            }

            foreach (ControlFlowBranch? branch in (ControlFlowBranch?[])[block.FallThroughSuccessor, block.ConditionalSuccessor])
            {
                if (branch?.Destination is { } next && next.Ordinal > block.Ordinal && !seen[next.Ordinal])
                {
                    seen[next.Ordinal] = true;
                    open.Push(next);
                }
            }
        }

        return false;
    }

    private static bool Contains(IOperation outer, IOperation inner) => outer.Syntax.Span.Contains(inner.Syntax.Span);

    /// <summary>What is thrown may be caught before the second call.</summary>
    private static bool IsJump(IOperation statement) => statement switch
    {
        IBlockOperation block => block.Operations.LastOrDefault() is { } last && IsJump(last),
        IReturnOperation { Kind: not OperationKind.YieldReturn } => true,
        _ => false,
    };

    private static bool Contains(BasicBlock block, TextSpan call) =>
        OperationsOf(block).Any(operation => operation.Syntax.Span.OverlapsWith(call) && operation.DescendantsAndSelf().Any(inner => inner is IInvocationOperation && inner.Syntax.Span == call));

    private static IEnumerable<IOperation> OperationsOf(BasicBlock block) => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;
}
