using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>Definitions of the store beside what the running code was generated from.</summary>
public sealed class FlagCompilerTests
{
    private static readonly FeatureFlag Declaration = new()
    {
        Key = "f", Type = FlagType.Variant, Status = FeatureFlagStatus.Enabled, DefaultValue = "b", Variants = [new FlagVariant("a", "a"), new FlagVariant("b", "b")],
    };

    [Fact]
    public void Definition_WithAVariantThatTheCodeKnows_ServesIt()
    {
        CompiledFlag flag = Compile(Declaration with { DefaultValue = "a" });

        flag.Faults.ShouldBeEmpty();
        flag.Constant.ShouldNotBeNull().Value.ShouldBe("a");
        flag.Constant.VariantOrdinal.ShouldBe(0);
        flag.Constant.ErrorCode.ShouldBe(EvaluationErrorCode.None);
    }

    [Fact]
    public void Definition_WithADefaultThatTheCodeDoesNotKnow_IsAMismatchAndServesTheDeclaredOne()
    {
        CompiledFlag flag = Compile(Declaration with { DefaultValue = "c", Variants = [new FlagVariant("b", "b"), new FlagVariant("c", "c")] });

        flag.Constant.ShouldNotBeNull().Value.ShouldBe("b");
        flag.Constant.ErrorCode.ShouldBe(EvaluationErrorCode.TypeMismatch);
        flag.Faults.ShouldHaveSingleItem().Message.ShouldEndWith("The manifest that this application was built with declares a, b.");
    }

    [Fact]
    public void Definition_ThatIsFaultyByItself_IsNoMismatch()
    {
        CompiledFlag flag = Compile(Declaration with { DefaultValue = "c" });

        flag.Constant.ShouldNotBeNull().Value.ShouldBe("b");
        flag.Constant.ErrorCode.ShouldBe(EvaluationErrorCode.ParseError);
        flag.Faults.ShouldHaveSingleItem().Message.ShouldNotContain("declares");
    }

    [Fact]
    public void Definition_ThatIsFaultyAndNotDeclared_IsOne()
    {
        CompiledFlag flag = new FlagCompiler(Environment()).Compile(Declaration with { DefaultValue = "c" }, FlagSource.Store);

        flag.Constant.ShouldNotBeNull().ErrorCode.ShouldBe(EvaluationErrorCode.ParseError);
        flag.Constant.Value.ShouldBe("a");
    }

    [Fact]
    public void Definition_OfAnotherType_IsAMismatchAndServesTheDeclaredDefault()
    {
        CompiledFlag flag = Compile(new FeatureFlag { Key = "f", Type = FlagType.Boolean, Status = FeatureFlagStatus.Enabled, DefaultValue = true });

        flag.Constant.ShouldNotBeNull().Value.ShouldBe("b");
        flag.Constant.ErrorCode.ShouldBe(EvaluationErrorCode.TypeMismatch);
    }

    /// <summary>A context that cannot be read leaves the flag's default, and not the control of its test.</summary>
    [Fact]
    public void Failure_OfATest_IsTheDefault()
    {
        CompiledFlag flag = Given.Flags("'f':{'type':'variant','status':'enabled','default_value':'t','ab_test':{'variants':{'c':50,'t':50},'control_variant':'c'}}").FindCompiled("f")!;

        flag.Failure.Value.ShouldBe("t");
        flag.Failure.ErrorCode.ShouldBe(EvaluationErrorCode.General);
    }

    private static CompiledFlag Compile(FeatureFlag definition) => new FlagCompiler(Environment()).Compile(definition, FlagSource.Store, Declaration, ["a", "b"]);

    private static FlagEnvironment Environment()
    {
        FlagGraph graph = new([Declaration], new Dictionary<string, int> { ["f"] = 0 });
        return new FlagEnvironment([], [], graph, new EvaluationLimits(Timeout.InfiniteTimeSpan));
    }
}
