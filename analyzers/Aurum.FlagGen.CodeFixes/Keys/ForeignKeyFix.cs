using System.Collections.Immutable;
using System.Composition;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Keys;
using Aurum.FlagGen.Analyzers.Reads;
using Aurum.FlagGen.CodeFixes.Accessors;
using Aurum.FlagGen.CodeFixes.Source;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.CodeFixes.Keys;

/// <summary>Reads a flag by its generated member where Microsoft.FeatureManagement was asked by a name, and takes out the awaiting.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ForeignKeyFix : SourceFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ForeignKey];

    internal override string TitleOf(Diagnostic diagnostic) => $"Use '{FixProperties.Read(diagnostic, FixProperties.Accessor)}'";

    private protected override SourceEdit? Prepare(SourceToFix source, Diagnostic diagnostic)
    {
        if (source.FindNode(diagnostic).FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } syntax
            || source.Model.GetOperation(syntax, source.Token) is not IInvocationOperation { TargetMethod.Name: ForeignKeyNames.IsEnabled } call
            || source.Flags.Find(FixProperties.Read(diagnostic, FixProperties.Key) ?? "") is not { } flag
            || !TryFindContext(source, call, out int context)
            || FindResult(call, syntax, flag) is not { } result)
        {
            return null;
        }

        bool isHidden = source.IsHidden(flag, syntax.SpanStart);
        string accessor = isHidden ? flag.Manifest.Names.Qualifier + flag.Accessor : flag.Accessor;
        return new SourceEdit(result, node => Write(accessor, CallIn((ExpressionSyntax)node), context), isHidden ? null : flag.Manifest);
    }

    /// <summary>What has the answer: an await, or what blocks. A task that is passed on stays.</summary>
    private static ExpressionSyntax? FindResult(IInvocationOperation call, InvocationExpressionSyntax syntax, DeclaredFlag flag) =>
        BlockingWait.Find(call) is { } wait
            ? wait.HasResult ? wait.Expression : null
            : ReadPlan.FindResult(new KeyCall(call, syntax, new KeyMethod(0, KeyMethodKind.IsEnabled), flag));

    /// <summary>The position of a context that the flag's member takes, or -1 for none; false where an argument would be lost.</summary>
    private static bool TryFindContext(SourceToFix source, IInvocationOperation call, out int position)
    {
        position = -1;
        INamedTypeSymbol? type = source.Model.Compilation.GetTypeByMetadataName(RuntimeNames.Context);
        foreach (IArgumentOperation argument in call.Arguments.Where(static argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Ordinal > 0))
        {
            if (argument.Parameter?.Type.Name == "CancellationToken")
            {
                continue;
            }

            if (!IsContext(argument.Value.Type, type) || argument.Syntax is not ArgumentSyntax syntax)
            {
                return false;
            }

            position = ((ArgumentListSyntax)syntax.Parent!).Arguments.IndexOf(syntax);
        }

        return true;
    }

    private static bool IsContext(ITypeSymbol? type, INamedTypeSymbol? context)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, context))
            {
                return true;
            }
        }

        return false;
    }

    private static InvocationExpressionSyntax CallIn(ExpressionSyntax result) => result switch
    {
        AwaitExpressionSyntax awaiting => CallIn(awaiting.Expression),
        ParenthesizedExpressionSyntax inParentheses => CallIn(inParentheses.Expression),
        MemberAccessExpressionSyntax access => CallIn(access.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: not ForeignKeyNames.IsEnabled } way } => CallIn(way.Expression),
        _ => (InvocationExpressionSyntax)result,
    };

    private static InvocationExpressionSyntax Write(string accessor, InvocationExpressionSyntax call, int context)
    {
        ArgumentSyntax[] arguments = context < 0 ? [] : [call.ArgumentList.Arguments[context].WithNameColon(null).WithoutTrivia()];
        return SyntaxFactory.InvocationExpression(SyntaxFactory.ParseExpression(accessor + ".IsEnabled"), SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(arguments)));
    }
}
