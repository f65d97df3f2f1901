using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.TestKit;

/// <summary><see cref="SlowFactAttribute"/> for a test with arguments.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlowTheoryAttribute : TheoryAttribute
{
    public SlowTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => Skip = SlowTest.Skip;
}
