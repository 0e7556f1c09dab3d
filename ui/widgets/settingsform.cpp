// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/settingsform.h"

#include "server/settings/settingsstore.h"
#include "ui/models/servertext.h"
#include "ui/widgets/typography.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QVariant>

namespace fairlead::ui {
namespace {

constexpr int pathWidthInCharacters = 40;

const char explanationProperty[] = "explanation";

/** For a field that stands in a row of its own and so is nobody's buddy. */
QString nameFrom(const QString &label)
{
    QString name = label;
    return name.remove(u'&').remove(u':');
}

} // namespace

SettingsForm::SettingsForm(settings::SettingsStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
}

QCheckBox *SettingsForm::addSwitch(const QString &text,
                                   bool Settings::*member,
                                   const QString &explanation)
{
    auto *box = new QCheckBox(text, this);
    auto *hint = addField({}, box, explanation);
    follow([box, member](const Settings &values) {
        const QSignalBlocker blocker(box);
        box->setChecked(values.*member);
    });
    connect(box, &QCheckBox::toggled, this, [this, member, hint, box](bool on) {
        const QSignalBlocker blocker(box);
        if (!write([member, on](Settings &values) { values.*member = on; }, hint, {}))
            box->setChecked(m_store.values().*member);
    });
    return box;
}

QSpinBox *SettingsForm::addNumber(const QString &label,
                                  int Settings::*member,
                                  settings::Range range,
                                  const QString &explanation,
                                  const std::function<QString(int value)> &problem)
{
    auto *number = new QSpinBox(this);
    number->setRange(range.lowest, range.highest);
    number->setKeyboardTracking(false);
    number->setAccessibleName(nameFrom(label));
    number->setGroupSeparatorShown(range.highest > settings::ranges::port.highest);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(number);
    layout->addStretch();
    row->setFocusProxy(number);
    auto *hint = addField(label, row, explanation);
    follow([number, member](const Settings &values) {
        const QSignalBlocker blocker(number);
        number->setValue(values.*member);
    });
    connect(number, &QSpinBox::valueChanged, this, [this, member, hint, problem](int value) {
        const QString refusal = problem ? problem(value) : QString();
        if (!refusal.isEmpty())
            hint->setText(refusal);
        else
            write([member, value](Settings &values) { values.*member = value; }, hint, {});
    });
    return number;
}

QComboBox *SettingsForm::addChoice(const QString &label,
                                   QString Settings::*member,
                                   const QList<Choice> &choices,
                                   const QString &explanation)
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(nameFrom(label));
    for (const Choice &choice : choices)
        box->addItem(choice.text, choice.value);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(box);
    layout->addStretch();
    row->setFocusProxy(box);
    auto *hint = addField(label, row, explanation);
    follow([box, member](const Settings &values) {
        const QSignalBlocker blocker(box);
        box->setCurrentIndex(box->findData(values.*member));
    });
    connect(box, &QComboBox::activated, this, [this, member, hint, box] {
        const QString value = box->currentData().toString();
        write([member, value](Settings &values) { values.*member = value; }, hint, {});
    });
    return box;
}

QLineEdit *SettingsForm::addFile(const QString &label,
                                 QString Settings::*member,
                                 const QString &explanation,
                                 const QString &refusal)
{
    auto *row = new QWidget(this);
    auto *path = new QLineEdit(row);
    path->setMinimumWidth(path->fontMetrics().averageCharWidth() * pathWidthInCharacters);
    path->setAccessibleName(nameFrom(label));
    auto *browse = new QPushButton(tr("Choose…"), row);
    browse->setAutoDefault(false);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(path, 1);
    layout->addWidget(browse);
    row->setFocusProxy(path);
    auto *hint = addField(label, row, explanation);
    follow([path, member](const Settings &values) { path->setText(values.*member); });
    const auto take = [this, member, hint, refusal, path] {
        const QString value = path->text().trimmed();
        if (!value.isEmpty() && !QFileInfo(value).isFile()) {
            hint->setText(refusal);
            return;
        }
        write([member, value](Settings &values) { values.*member = value; }, hint, refusal);
    };
    connect(path, &QLineEdit::editingFinished, this, take);
    connect(browse, &QPushButton::clicked, this, [this, path, take] {
        auto *dialog = new QFileDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [path, take](const QString &chosen) {
            path->setText(chosen);
            take();
        });
        dialog->open();
    });
    return path;
}

QLabel *SettingsForm::addField(const QString &label, QWidget *field, const QString &explanation)
{
    auto *hint = makeHint(explanation);
    auto *place = new QWidget(this);
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, column->spacing());
    column->setSpacing(column->spacing() / 2);
    column->addWidget(field);
    column->addWidget(hint);
    if (label.isEmpty()) {
        m_layout->addRow(place);
        return hint;
    }
    // The layout would take the place for the field's buddy, which takes no keyboard focus.
    auto *words = new QLabel(label, this);
    QWidget *target = field;
    while (target->focusProxy())
        target = target->focusProxy();
    words->setBuddy(target);
    m_layout->addRow(words, place);
    return hint;
}

bool SettingsForm::write(const std::function<void(Settings &values)> &edit,
                         QLabel *hint,
                         const QString &refusal)
{
    const auto written = m_store.change(edit);
    const bool refused =
        !written && written.error().code == ErrorCode::InvalidInput && !refusal.isEmpty();
    hint->setText(refused ? refusal : hint->property(explanationProperty).toString());
    if (!written && !refused)
        Q_EMIT failed(serverText(written.error()));
    return written.has_value();
}

void SettingsForm::follow(const std::function<void(const Settings &values)> &refresh)
{
    refresh(m_store.values());
    connect(&m_store, &settings::SettingsStore::changed, this, [this, refresh] {
        refresh(m_store.values());
    });
}

QLabel *SettingsForm::makeHint(const QString &explanation)
{
    auto *hint = bodyLabel(explanation, this);
    hint->setProperty(explanationProperty, explanation);
    // What can be selected takes the keyboard's focus from the fields.
    hint->setTextInteractionFlags(Qt::NoTextInteraction);
    QSizePolicy policy = hint->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Expanding);
    hint->setSizePolicy(policy);
    return hint;
}

} // namespace fairlead::ui
