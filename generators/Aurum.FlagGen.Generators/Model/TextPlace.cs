using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Model;

/// <summary>A place in a manifest's text.</summary>
/// <param name="Span">By characters.</param>
/// <param name="Lines">By lines and columns.</param>
internal sealed record TextPlace(TextSpan Span, LinePositionSpan Lines);
