using System.Collections.Immutable;
using System.Composition;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Reads;
using Aurum.FlagGen.CodeFixes.Accessors;
using Aurum.FlagGen.CodeFixes.Source;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace Aurum.FlagGen.CodeFixes.Reads;

/// <summary>Asks the flag's member, which answers at once; else awaits; else asks the manager's engine.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class BlockedEvaluationFix : SourceFix
{
    private const string Async = "Async";
    private const string Context = "context";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.BlockedEvaluation];

    internal override string TitleOf(Diagnostic diagnostic) => "Ask without blocking";

    private protected override SourceEdit? Prepare(SourceToFix source, Diagnostic diagnostic)
    {
        if (source.FindNode(diagnostic).Parent is not MemberAccessExpressionSyntax access
            || CallIn(access.Expression) is not { Expression: MemberAccessExpressionSyntax } syntax
            || source.Model.GetOperation(syntax, source.Token) is not IInvocationOperation call
            || source.Flags.KeyMethods.Find(call.TargetMethod) is not { } method
            || BlockingWait.Find(call) is not { } wait)
        {
            return null;
        }

        return AskMember(source, call, syntax, method, wait) ?? Await(wait) ?? AskEngine(call, wait);
    }

    /// <summary>The manager's call within what waits for it.</summary>
    private static InvocationExpressionSyntax? CallIn(SyntaxNode node) => node switch
    {
        ParenthesizedExpressionSyntax inParentheses => CallIn(inParentheses.Expression),
        MemberAccessExpressionSyntax access => CallIn(access.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "AsTask" or "ConfigureAwait" or "GetAwaiter" or "GetResult" or "Wait" } way } => CallIn(way.Expression),
        InvocationExpressionSyntax call => call,
        _ => null,
    };

    private static SourceEdit? AskMember(SourceToFix source, IInvocationOperation call, InvocationExpressionSyntax syntax, KeyMethod method, BlockingWait wait)
    {
        IArgumentOperation? key = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == method.KeyParameter);
        if (key is null
            || !wait.HasResult
            || method.Kind is not (KeyMethodKind.IsEnabled or KeyMethodKind.Explain)
            || source.Flags.Find(key.Value) is not { Flag.IsCompileTime: false } flag
            || !source.Flags.Symbols.HasAccessor(flag)
            || ReadPlan.Create(source, new KeyCall(call, syntax, method, flag), method.Kind.ToString()) is not { } plan)
        {
            return null;
        }

        return new SourceEdit(wait.Expression, node => plan.Write(CallIn(node)!), plan.IsQualified ? null : flag.Manifest);
    }

    private static SourceEdit? Await(BlockingWait wait) => CanAwait(wait.Expression)
        ? new SourceEdit(wait.Expression, static node =>
        {
            AwaitExpressionSyntax awaiting = SyntaxFactory.AwaitExpression(
                SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), TaskIn((ExpressionSyntax)node).WithoutTrivia());
            return node.Parent is ExpressionStatementSyntax ? awaiting : SyntaxFactory.ParenthesizedExpression(awaiting).WithAdditionalAnnotations(Simplifier.Annotation);
        })
        : null;

    /// <summary>What is awaited: the call, with the configuration that it was given.</summary>
    private static ExpressionSyntax TaskIn(ExpressionSyntax wait) => wait switch
    {
        ParenthesizedExpressionSyntax inParentheses => TaskIn(inParentheses.Expression),
        MemberAccessExpressionSyntax { Name.Identifier.Text: "Result" } result => TaskIn(result.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "AsTask" or "GetAwaiter" or "GetResult" or "Wait" } way } => TaskIn(way.Expression),
        _ => wait,
    };

    private static bool CanAwait(SyntaxNode node)
    {
        foreach (SyntaxNode around in node.Ancestors())
        {
            switch (around)
            {
                case LockStatementSyntax or QueryExpressionSyntax or UnsafeStatementSyntax:
                    return false;
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax member:
                    return member.Modifiers.Any(SyntaxKind.AsyncKeyword);
            }
        }

        return false;
    }

    /// <summary>The engine has the same methods without a task, for a context.</summary>
    private static SourceEdit? AskEngine(IInvocationOperation call, BlockingWait wait) => wait.HasResult && call.TargetMethod.Parameters.Any(static parameter => parameter.Name == Context)
        ? new SourceEdit(wait.Expression, static node =>
        {
            InvocationExpressionSyntax asked = CallIn(node)!;
            MemberAccessExpressionSyntax method = (MemberAccessExpressionSyntax)asked.Expression;
            string name = method.Name.Identifier.Text;
            return asked.WithExpression(SyntaxFactory.ParseExpression($"{method.Expression.WithoutTrivia()}.Engine.{name.Substring(0, name.Length - Async.Length)}"));
        })
        : null;
}
