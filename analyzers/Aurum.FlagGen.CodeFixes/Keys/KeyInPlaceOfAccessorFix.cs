using System.Collections.Immutable;
using System.Composition;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.CodeFixes.Accessors;
using Aurum.FlagGen.CodeFixes.Source;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.CodeFixes.Keys;

/// <summary>Reads a flag by its generated member in place of its key, on the same engine.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class KeyInPlaceOfAccessorFix : SourceFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.KeyInPlaceOfAccessor, DiagnosticIds.WrongType, DiagnosticIds.CompileTimeKey];

    internal override string TitleOf(Diagnostic diagnostic) => $"Use '{FixProperties.Read(diagnostic, FixProperties.Accessor)}'";

    private protected override SourceEdit? Prepare(SourceToFix source, Diagnostic diagnostic)
    {
        if (source.FindNode(diagnostic).FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } syntax
            || source.Model.GetOperation(syntax, source.Token) is not IInvocationOperation call
            || source.Flags.KeyMethods.Find(call.TargetMethod) is not { } method
            || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == method.KeyParameter) is not { } key
            || source.Flags.Find(key.Value) is not { } flag
            || !source.Flags.Symbols.HasAccessor(flag))
        {
            return null;
        }

        KeyCall keyCall = new(call, syntax, method, flag);
        return method.Kind == KeyMethodKind.GetVariant && flag.Flag.Type == FlagType.Variant
            ? VariantComparison.Prepare(source, keyCall)
            : ReadPlan.Prepare(source, keyCall);
    }
}
