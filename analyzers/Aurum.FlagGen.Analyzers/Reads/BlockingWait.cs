using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.Analyzers.Reads;

/// <summary>An expression that blocks until a task is done.</summary>
/// <param name="Expression">The whole expression, which has the task's result.</param>
/// <param name="Name">What blocks: <c>Result</c>, <c>Wait</c> or <c>GetResult</c>.</param>
internal sealed record BlockingWait(ExpressionSyntax Expression, SimpleNameSyntax Name)
{
    /// <summary>Whether the wait gives the result, which <c>Wait</c> does not.</summary>
    public bool HasResult => Name.Identifier.Text != "Wait";

    /// <summary>What waits for a call's task there and then, or null.</summary>
    public static BlockingWait? Find(IInvocationOperation call)
    {
        if (!call.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal) || call.Syntax is not ExpressionSyntax task)
        {
            return null;
        }

        for (; ; )
        {
            while (task.Parent is ParenthesizedExpressionSyntax inParentheses)
            {
                task = inParentheses;
            }

            if (task.Parent is not MemberAccessExpressionSyntax access || access.Expression != task)
            {
                return null;
            }

            switch (access.Name.Identifier.Text, access.Parent)
            {
                case ("Result", _):
                    return new BlockingWait(access, access.Name);
                case ("Wait" or "GetResult", InvocationExpressionSyntax wait):
                    return new BlockingWait(wait, access.Name);
                case ("AsTask" or "ConfigureAwait" or "GetAwaiter", InvocationExpressionSyntax way):
                    task = way;
                    continue;
                default:
                    return null;
            }
        }
    }
}
