using System.Security.Claims;
using System.Text.Json;
using Aurum.FlagGen.Contexts;

namespace Aurum.FlagGen;

/// <content>Contexts out of what an application already has.</content>
public abstract partial class FlagContext
{
    /// <summary>The context without attributes.</summary>
    public static FlagContext Empty { get; } = new EmptyContext();

    /// <summary>Makes a context over dictionaries, which are read at each evaluation and not copied.</summary>
    /// <param name="userContext">The user's attributes, by dotted path or nested. Texts, numbers of any width, booleans, dates, <see cref="Guid"/>, <see cref="Uri"/>, <see cref="Version"/>, enums, lists, dictionaries and JSON are understood; on anything else every condition is false, and the engine logs it once.</param>
    /// <param name="featureContext">Attributes that are looked up first, a null found there included.</param>
    public static FlagContext From(IReadOnlyDictionary<string, object?> userContext, IReadOnlyDictionary<string, object?>? featureContext = null)
    {
        ArgumentNullException.ThrowIfNull(userContext);
        return new DynamicContext(userContext, featureContext);
    }

    /// <summary>Makes a context of a JSON object, which is copied.</summary>
    /// <param name="userContext">The attributes, by dotted path or nested.</param>
    /// <exception cref="ArgumentException">The element is not an object.</exception>
    public static FlagContext From(JsonElement userContext)
    {
        if (userContext.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException($"A context is a JSON object, and this is {userContext.ValueKind}.", nameof(userContext));
        }

        return new DynamicContext(ContextJson.ReadObject(userContext));
    }

    /// <summary>Makes a context of who is signed in: <c>user_id</c> from the name identifier or the subject, <c>user.role</c> from the roles (a text, or a list of several), every other claim under its own type.</summary>
    /// <param name="principal">Who is signed in; only authenticated identities count, and without one the context is empty.</param>
    public static FlagContext From(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return ContextClaims.Read(principal) is { } attributes ? new DynamicContext(attributes) : Empty;
    }

    /// <summary>Makes a context of a JSON object.</summary>
    /// <param name="json">The attributes, by dotted path or nested.</param>
    /// <exception cref="ArgumentException">The text is not a JSON object.</exception>
    public static FlagContext Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return From(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The text is not a JSON object. {exception.Message}", nameof(json), exception);
        }
    }
}
