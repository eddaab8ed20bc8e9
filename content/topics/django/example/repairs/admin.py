from django.contrib import admin

from .models import Repair


@admin.register(Repair)
class RepairAdmin(admin.ModelAdmin):
    list_display = ["item", "reported_at", "volunteer"]
    list_select_related = ["volunteer"]
    search_fields = ["item"]
