"""What an import did, the same for every format."""

from dataclasses import dataclass, field


@dataclass
class Report:
    """Counts of matches, and a line for each thing the desk may want to know."""

    new: set = field(default_factory=set)
    changed: dict = field(default_factory=dict)
    named: set = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)
    refused: int = 0

    def create(self, plan):
        self.new.add(id(plan))

    def change(self, plan, columns):
        if id(plan) not in self.new:
            self.changed.setdefault(id(plan), (plan.title, []))[1].extend(columns)

    def keep(self, plan, said):
        self.remarks.append(f"{plan.title}: {said}")

    @property
    def created(self):
        return len(self.new)

    @property
    def updated(self):
        return len(self.changed)

    @property
    def unchanged(self):
        return len(self.named - self.new - self.changed.keys())

    @property
    def details(self):
        changes = self.changed.values()
        told = [f"{title}: {', '.join(columns)} updated" for title, columns in changes]
        return [*self.remarks, *told]

    def __str__(self):
        return (
            f"{self.created} created, {self.updated} updated, "
            f"{self.unchanged} unchanged, {self.refused} refused"
        )
