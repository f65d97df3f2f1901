using System.Text.Json;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Contexts;

/// <summary>JSON may escape half of a character, and contexts come from anybody.</summary>
public sealed class HalfCharacterTests
{
    private const string Flags = "'f':{'status':'conditional','rules':[{'name':'r','rollout_percentage':99.999,'conditions':{'user.role':'admin'}}]}";

    [Fact]
    public void Parse_OfHalfACharacter_KeepsTheOtherAttributes()
    {
        FlagContext context = Given.Context("""{'user_id':'\ud800x','\udc00':1,'user':{'\ud800':[],'role':'admin'}}""");

        Given.Flags(Flags).Evaluate("f", context).Reason.ShouldBe(EvaluationReason.Split);
    }

    [Fact]
    public void JsonElement_WithHalfACharacter_IsReadLikeAnyOther()
    {
        using JsonDocument document = JsonDocument.Parse("""{"id":"\ud800x","user":{"\ud800":[],"role":"other","role":"admin"}}""");
        FlagContext context = FlagContext.From(new Dictionary<string, object?>
        {
            ["user_id"] = document.RootElement.GetProperty("id"),
            ["user"] = document.RootElement.GetProperty("user"),
        });

        Given.Flags(Flags).Evaluate("f", context).Reason.ShouldBe(EvaluationReason.Split);
    }

    [Fact]
    public void HalfACharacter_IsHashedAsTheReplacementCharacter()
    {
        double place = Position("\ufffdx");

        Position("\ud800x").ShouldBe(place);
        Position("y").ShouldNotBe(place);
    }

    [Fact]
    public void HalfACharacter_InJson_IsHashedAsTheReplacementCharacter()
    {
        FlagContext context = Given.Context("""{'user_id':'\ud800x','user.role':'admin'}""");

        Position(context).ShouldBe(Position("\ufffdx"));
    }

    private static double Position(string id) => Position(FlagContext.From(new Dictionary<string, object?> { ["user_id"] = id, ["user.role"] = "admin" }));

    private static double Position(FlagContext context) => Given.Flags(Flags).Explain("f", context).Rules[0].Rollout!.Bucket!.Value;
}
