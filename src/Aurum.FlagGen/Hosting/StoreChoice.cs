using Microsoft.Extensions.DependencyInjection;

namespace Aurum.FlagGen.Hosting;

/// <summary>By which method of <see cref="FlagGenBuilder"/> an application named its store.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Store">The registration that it made.</param>
internal sealed record StoreChoice(string Method, ServiceDescriptor Store);
