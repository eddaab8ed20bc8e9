from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from .forms import RepairForm
from .models import Repair


@require_safe
def repair_list(request):
    waiting = Repair.objects.filter(volunteer=None)[:50]
    return render(request, "repairs/list.html", {"waiting": waiting})


# region register
@require_http_methods(["GET", "HEAD", "POST"])
def register(request):
    form = RepairForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        form.save()
        messages.success(request, "Thank you. A volunteer will look at it.")
        return redirect("repairs:list")
    return render(request, "repairs/register.html", {"form": form})


# endregion register


# region detail
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def detail(request, pk):
    repair = get_object_or_404(Repair, pk=pk)
    status = 200
    if request.method == "POST":
        free_or_mine = Q(volunteer=None) | Q(volunteer=request.user)
        taken = Repair.objects.filter(free_or_mine, pk=pk).update(
            volunteer=request.user
        )
        if taken:
            return redirect("repairs:detail", pk)
        repair = get_object_or_404(Repair, pk=pk)
        status = 409
    return render(request, "repairs/detail.html", {"repair": repair}, status=status)


# endregion detail
