using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Chapar.Hosting;

/// <summary>
/// Describes the pages to MVC as it does itself, without what ours do not have. It looks at each property of each page for whether a request is to fill
/// it, by way of all that could be said of it for a form (names, rules, whether it may be null), and through all types for controllers: a fifth of a start.
/// </summary>
sealed class PageParts(IPageApplicationModelPartsProvider usual) : IPageApplicationModelPartsProvider
{
    public static void Use(IMvcBuilder mvc)
    {
        mvc.ConfigureApplicationPartManager(manager =>
        {
            foreach (var controllers in manager.FeatureProviders.OfType<ControllerFeatureProvider>().ToList()) manager.FeatureProviders.Remove(controllers);
        });
        var usual = mvc.Services.Single(s => s.ServiceType == typeof(IPageApplicationModelPartsProvider));
        mvc.Services.Remove(usual);
        mvc.Services.AddSingleton<IPageApplicationModelPartsProvider>(s => new PageParts((IPageApplicationModelPartsProvider)ActivatorUtilities.CreateInstance(s, usual.ImplementationType!)));
    }

    /// <summary>Only an attribute says of a property that a request fills it.</summary>
    public PagePropertyModel CreatePropertyModel(PropertyInfo property)
    {
        var attributes = property.GetCustomAttributes(inherit: true);
        return attributes.Any(a => a is IBindingSourceMetadata or IModelNameProvider or IBinderTypeProviderMetadata or IRequestPredicateProvider)
            ? usual.CreatePropertyModel(property)
            : new PagePropertyModel(property, attributes) { PropertyName = property.Name };
    }

    public PageHandlerModel? CreateHandlerModel(MethodInfo method) => usual.CreateHandlerModel(method);

    public PageParameterModel CreateParameterModel(ParameterInfo parameter) => usual.CreateParameterModel(parameter);

    /// <summary>MVC takes what overrides <c>OnPageHandlerExecutionAsync</c> for a handler of a method "PAGE", and makes ready to read its parameters, the whole request among them, from a form.</summary>
    public bool IsHandler(MethodInfo method) => method.GetBaseDefinition().DeclaringType != typeof(PageModel) && usual.IsHandler(method);
}
