using Aurum.FlagGen.Analyzers.Flags;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aurum.FlagGen.CodeFixes.Accessors;

/// <summary>A call that reads a flag by its key.</summary>
/// <param name="Call">The call.</param>
/// <param name="Syntax">Its syntax.</param>
/// <param name="Method">What it does with the flag.</param>
/// <param name="Flag">The flag.</param>
internal sealed record KeyCall(IInvocationOperation Call, InvocationExpressionSyntax Syntax, KeyMethod Method, DeclaredFlag Flag);
